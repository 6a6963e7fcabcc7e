import { nodesById, type FlowDocument, type FlowNode } from '@jacquard/flow';

/**
 * The smallest things that differ or collide on their own, by name: `title`, `inputs:prompt`, `position`. What only makes
 * sense whole (an input, a place on the canvas) is one part.
 */
export type Parts = ReadonlyMap<string, unknown>;

/** A flow taken apart: each node by id wherever it stands, each place, note and group, in the order written. */
export interface FlowParts {
  /** What belongs to the whole flow: its name, its limits, each input that callers may set. */
  readonly flow: Parts;
  /** `scope` is the id of the scope around a node, `isScope` whether it holds an inner graph. */
  readonly nodes: ReadonlyMap<string, Parts>;
  readonly types: Parts;
  readonly places: ReadonlyMap<string, Parts>;
  readonly notes: ReadonlyMap<string, Parts>;
  readonly groups: ReadonlyMap<string, Parts>;
}

type Fields = Readonly<Record<string, unknown>>;

/** Records of a node whose entries are parts of their own. */
const records = ['inputs', 'state', 'outputs'] as const;
const pairs = [
  ['position', 'x', 'y'],
  ['size', 'width', 'height'],
] as const;

/** Takes a flow apart. */
export function partsOfFlow(flow: FlowDocument): FlowParts {
  const { nodes: _nodes, types, layout, overrides = [], ...rest } = flow;
  const nodes = [...nodesById(flow).values()].map(({ id, node, parent }) => [id, partsOfNode(node, parent)] as const);
  return {
    flow: new Map([...definedEntries(rest), ...overrides.map((address) => [`overrides:${address}`, true] as const)]),
    nodes: new Map(nodes),
    types: new Map(Object.entries(types ?? {})),
    places: boxesOf(layout?.nodes),
    notes: boxesOf(layout?.notes),
    groups: new Map(Object.entries(layout?.groups ?? {}).map(([id, group]) => [id, new Map(definedEntries(group))])),
  };
}

function definedEntries(record: Fields): [string, unknown][] {
  return Object.entries(record).filter(([, value]) => value !== undefined);
}

function partsOfNode(node: FlowNode, scope: string | undefined): Parts {
  const { nodes, inputs, state, outputs, ...rest } = node;
  const parts = new Map(definedEntries(rest));
  if (scope !== undefined) parts.set('scope', scope);
  if (nodes) parts.set('isScope', true);
  for (const [name, record] of Object.entries({ inputs, state, outputs })) {
    for (const [key, value] of definedEntries(record ?? {})) parts.set(`${name}:${key}`, value);
  }
  return parts;
}

function boxesOf(boxes: Readonly<Record<string, Fields>> | undefined): Map<string, Parts> {
  return new Map(Object.entries(boxes ?? {}).map(([id, box]) => [id, partsOfBox(box)]));
}

function partsOfBox(box: Fields): Parts {
  const parts = new Map(definedEntries(box));
  for (const [name, one, other] of pairs) {
    if (!parts.has(one) && !parts.has(other)) continue;
    parts.set(name, { [one]: parts.get(one), [other]: parts.get(other) });
    parts.delete(one);
    parts.delete(other);
  }
  return parts;
}

/** Puts a flow together. A node whose scope is missing, or lies inside the node itself, stands at the top. */
export function flowOfParts({ flow, nodes, types, places, notes, groups }: FlowParts): FlowDocument {
  const layout = {
    ...(places.size > 0 && { nodes: boxesFrom(places) }),
    ...(notes.size > 0 && { notes: boxesFrom(notes) }),
    ...(groups.size > 0 && { groups: mapRecord(groups, (group) => Object.fromEntries(group)) }),
  };
  const whole: unknown = {
    ...settingsOf(flow),
    nodes: nestNodes(nodes),
    ...(types.size > 0 && { types: Object.fromEntries(types) }),
    ...(Object.keys(layout).length > 0 && { layout }),
  };
  return whole as FlowDocument; // boundary: the parts are those of documents
}

function settingsOf(flow: Parts): object {
  const overrides = [...flow.keys()].flatMap((part) =>
    part.startsWith('overrides:') ? [part.slice('overrides:'.length)] : [],
  );
  const others = [...flow].filter(([part]) => !part.startsWith('overrides:'));
  return { ...Object.fromEntries(others), ...(overrides.length > 0 && { overrides }) };
}

function mapRecord<Value>(map: ReadonlyMap<string, Value>, change: (value: Value) => unknown): object {
  return Object.fromEntries([...map].map(([key, value]) => [key, change(value)]));
}

function boxesFrom(boxes: ReadonlyMap<string, Parts>): object {
  return mapRecord(boxes, (parts) => {
    const { position, size, ...rest } = Object.fromEntries(parts);
    return { ...(position as object), ...(size as object), ...rest }; // boundary: `partsOfBox` made both
  });
}

function nestNodes(nodes: FlowParts['nodes']): object {
  const inside = new Map<string | undefined, string[]>();
  const holds = (id: string, scope: string): boolean => {
    const seen = new Set([id]);
    for (let at: unknown = scope; typeof at === 'string'; at = nodes.get(at)?.get('scope')) {
      if (seen.has(at)) return at === id;
      seen.add(at);
    }
    return false;
  };
  for (const [id, parts] of nodes) {
    const scope = parts.get('scope');
    const isInside = typeof scope === 'string' && nodes.get(scope)?.get('isScope') === true && !holds(id, scope);
    const around = isInside ? scope : undefined;
    const siblings = inside.get(around);
    if (siblings) siblings.push(id);
    else inside.set(around, [id]);
  }
  const nest = (scope: string | undefined): object =>
    Object.fromEntries(
      (inside.get(scope) ?? []).map((id) => [id, nodeFrom(nodes.get(id) ?? new Map(), () => nest(id))]),
    );
  return nest(undefined);
}

function nodeFrom(parts: Parts, inner: () => object): object {
  const node: Record<string, unknown> = {};
  const held = new Map<string, [string, unknown][]>();
  for (const [name, value] of parts) {
    const [record = '', ...key] = name.split(':');
    if (key.length > 0) held.set(record, [...(held.get(record) ?? []), [key.join(':'), value]]);
    else if (name !== 'scope' && name !== 'isScope') node[name] = value;
  }
  for (const record of records) {
    const entries = held.get(record);
    if (entries) node[record] = Object.fromEntries(entries);
  }
  return parts.get('isScope') === true ? { ...node, nodes: inner() } : node;
}
