import {
  isJsonList,
  isJsonObject,
  nodesById,
  ownValue,
  parseAddress,
  type Descriptor,
  type Descriptors,
  type FlowDocument,
  type FlowNode,
  type Input,
  type JsonValue,
  type Language,
  type UnfoldedNode,
  type Unfolding,
} from '@jacquard/flow';
import type { Command, FlowDraft, NodeDraft } from '../command.ts';
import { eachNode, findNode } from '../find-node.ts';
import { placeNode, type Position } from './add-node.ts';
import { dropUnusedTypes } from './drop-unused-types.ts';
import { forgetNodes } from './forget-nodes.ts';
import { substituteSources } from './substitute-sources.ts';

/** The way in which a strategy's node can be unfolded as it is set now; undefined where it can't. */
export function unfoldingOf(node: FlowNode, descriptor: Descriptor | undefined): Unfolding | undefined {
  if (descriptor === undefined) return undefined;
  return descriptor.unfolds?.find(
    ({ when = [], nodes }) =>
      when.every(({ input, equals }) => valueOf(node, descriptor, input) === equals) &&
      countedIn(nodes).every((input) => typeof valueOf(node, descriptor, input) === 'number'),
  );
}

/** Inputs of which an unfolding needs the number itself: where a wire brings it, the nodes can't be drawn. */
function countedIn(nodes: Readonly<Record<string, UnfoldedNode>>): readonly string[] {
  return Object.values(nodes).flatMap(({ inputs = {}, nodes: within = {} }) => [
    ...Object.values(inputs).flatMap((value) =>
      isJsonObject(value) && typeof value['count'] === 'string' ? [value['count']] : [],
    ),
    ...countedIn(within),
  ]);
}

/** What stands in an input, its default where it is left empty. */
function valueOf(node: FlowNode, { inputs }: Descriptor, name: string): Input | undefined {
  const usual = ownValue(inputs, name)?.default;
  const literal: Input | undefined = typeof usual === 'object' && usual !== null ? { value: usual } : usual;
  return ownValue(node.inputs, name) ?? literal;
}

interface Unfolded {
  readonly nodes: Readonly<Record<string, NodeDraft>>;
  /** Where what read an output of the strategy reads now. */
  readonly outputs: ReadonlyMap<string, string>;
}

/**
 * Puts the simple nodes that a strategy equals in its place, wired to what it was given and to what reads it. Undefined for a node that
 * can't be unfolded as it is set.
 */
export function unfoldNode(
  flow: FlowDocument,
  descriptors: Descriptors,
  id: string,
  { position, language }: { readonly position: Position; readonly language: Language },
): Command | undefined {
  const node = nodesById(flow).get(id)?.node;
  const descriptor = node && descriptors.get(node.type);
  const unfolding = node && unfoldingOf(node, descriptor);
  if (!node || !descriptor || !unfolding) return undefined;
  const unfolded = unfold(flow, { id, node, descriptor }, unfolding, language);
  return (draft) => putInPlace(draft, id, unfolded, descriptors, position);
}

function unfold(
  flow: FlowDocument,
  { id, node, descriptor }: { readonly id: string; readonly node: FlowNode; readonly descriptor: Descriptor },
  { nodes, outputs }: Unfolding,
  language: Language,
): Unfolded {
  const names = freshNames(flow, id, nodes);
  const rename = (address: string): string => {
    const { node: inner, port } = parseAddress(address);
    return `${names.get(inner) ?? inner}.${port}`;
  };
  const given = (value: JsonValue): Input | undefined => {
    if (isJsonList(value)) return value.map(given).filter((item) => item !== undefined) as Input; // boundary: made of inputs
    if (!isJsonObject(value)) return value;
    if (typeof value['from'] === 'string') return { from: rename(value['from']) };
    if (typeof value['of'] === 'string') return valueOf(node, descriptor, value['of']);
    if (typeof value['count'] !== 'string') return { value };
    const count = valueOf(node, descriptor, value['count']);
    return Array.from({ length: typeof count === 'number' ? count : 1 }, (_item, index) => index + 1).join('\n');
  };
  const draw = (inner: UnfoldedNode): NodeDraft => drawNode(inner, { language, given, rename, draw, names });
  return {
    nodes: Object.fromEntries(Object.entries(nodes).map(([name, inner]) => [names.get(name) ?? name, draw(inner)])),
    outputs: new Map(Object.entries(outputs).map(([name, address]) => [name, rename(address)])),
  };
}

interface Drawing {
  readonly language: Language;
  readonly names: ReadonlyMap<string, string>;
  given(value: JsonValue): Input | undefined;
  rename(address: string): string;
  draw(inner: UnfoldedNode): NodeDraft;
}

function drawNode(inner: UnfoldedNode, { language, names, given, rename, draw }: Drawing): NodeDraft {
  const { type, title, inputs = {}, state, until, nodes, outputs } = inner;
  const entries = Object.entries(inputs).flatMap(([port, value]) => {
    const input = given(value);
    return input === undefined ? [] : [[port, input] as const];
  });
  const node: Record<string, unknown> = { type };
  if (title !== undefined) node['title'] = title[language];
  if (entries.length > 0) node['inputs'] = Object.fromEntries(entries);
  if (state !== undefined) {
    node['state'] = Object.fromEntries(
      Object.entries(state).map(([name, { first, next }]) => [
        name,
        { first: given(first) ?? '', next: given(next) ?? '' },
      ]),
    );
  }
  if (until !== undefined) node['until'] = given(until);
  if (nodes !== undefined) {
    node['nodes'] = Object.fromEntries(
      Object.entries(nodes).map(([name, one]) => [names.get(name) ?? name, draw(one)]),
    );
  }
  if (outputs !== undefined) {
    node['outputs'] = Object.fromEntries(
      Object.entries(outputs).map(([name, address]) => [name, { from: rename(address) }]),
    );
  }
  return node as unknown as NodeDraft; // boundary: built in the order of the document's schema, and checked with it
}

/** Names after the strategy's: `vote-template`, or numbered where there is one already. */
function freshNames(
  flow: FlowDocument,
  id: string,
  nodes: Readonly<Record<string, UnfoldedNode>>,
): Map<string, string> {
  const taken = new Set(nodesById(flow).keys());
  const names = new Map<string, string>();
  const visit = (inner: Readonly<Record<string, UnfoldedNode>>): void => {
    for (const [name, { nodes: within = {} }] of Object.entries(inner)) {
      let fresh = `${id}-${name}`;
      for (let number = 2; taken.has(fresh); number += 1) fresh = `${id}-${name}-${number}`;
      taken.add(fresh);
      names.set(name, fresh);
      visit(within);
    }
  };
  visit(nodes);
  return names;
}

/** Width of a card and of a loop's frame, with the space behind it; in pixels at a zoom of 1. */
const strides = { card: 312, scope: 780 } as const;

function widthOf(nodes: Unfolded['nodes']): number {
  return Object.values(nodes).reduce((sum, node) => sum + (node.nodes ? strides.scope : strides.card), 0);
}

/** What stood right of the strategy goes on as far as its nodes need. */
function makeRoom({ layout }: FlowDraft, siblings: readonly string[], { x }: Position, by: number): void {
  for (const id of siblings) {
    const place = ownValue(layout?.nodes, id);
    if (place !== undefined && place.x > x) Object.assign(place, { x: place.x + by });
  }
}

function putInPlace(
  draft: FlowDraft,
  id: string,
  { nodes, outputs }: Unfolded,
  descriptors: Descriptors,
  position: Position,
): void {
  const found = findNode(draft, id);
  if (!found) return;
  delete found.siblings[id];
  Object.assign(found.siblings, nodes);
  const replace = (address: string): Input | undefined => {
    const { node, port } = parseAddress(address);
    if (node !== id) return { from: address };
    const from = outputs.get(port);
    return from === undefined ? undefined : { from };
  };
  eachNode(draft.nodes, (node) => substituteSources(node, replace));
  const types = draft.types ?? (draft.types = {});
  eachNode(nodes, ({ type }) => {
    types[type] ??= descriptors.get(type)?.version ?? 1;
  });
  forgetNodes(draft, new Set([id]));
  dropUnusedTypes(draft);
  makeRoom(draft, Object.keys(found.siblings), position, widthOf(nodes) - strides.card);
  let { x } = position;
  for (const [name, node] of Object.entries(nodes)) {
    placeNode(name, { x, y: position.y })(draft);
    x += node.nodes ? strides.scope : strides.card;
  }
}
