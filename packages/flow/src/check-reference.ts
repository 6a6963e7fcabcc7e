import { parseAddress } from './address.ts';
import type { OutputPort } from './descriptor.ts';
import type { FlowView } from './flow-view.ts';
import type { Issue } from './issue.ts';
import type { PlacedNode } from './nodes-by-id.ts';
import { ownValue } from './own-value.ts';

/** Who reads: the node and port to report at, and the scope whose nodes it sees. */
export interface Reader {
  readonly node: string;
  readonly port: string;
  readonly scope: string | undefined;
}

/** What a reference leads to. `port` is unknown when the node's type is. */
export interface Source {
  readonly owner: PlacedNode;
  readonly port: OutputPort | undefined;
}

/**
 * Follows a reference and reports what is wrong with it: an unknown node or port, or one out of sight. A node sees the
 * outputs of its own scope and of those around it, and the inner ports of the scopes that it stands in.
 */
export function checkReference(view: FlowView, reader: Reader, from: string): Source | undefined {
  const { node: id, port } = parseAddress(from);
  const owner = view.nodes.get(id);
  if (owner === undefined) {
    const near = view.near(id, () => view.nodes.keys());
    return fail(view, reader, 'reference-node-unknown', { from, source: id, ...(near !== undefined && { near }) });
  }
  const around = view.scopesAround(reader.scope);
  const isInside = around.has(id);
  if (!isInside && owner.parent !== undefined && !around.has(owner.parent)) {
    return fail(view, reader, 'reference-into-scope', { from, scope: owner.parent });
  }
  const ports = view.ports.get(id);
  if (ports === undefined) return { owner, port: undefined };
  const [seen, hidden] = isInside ? [ports.inner, ports.outputs] : [ports.outputs, ports.inner];
  const found = ownValue(seen, port);
  if (found !== undefined) return { owner, port: found };
  if (ownValue(hidden, port) !== undefined) {
    const code = isInside ? 'reference-to-own-output' : 'reference-to-inner-port';
    return fail(view, reader, code, { from, scope: id });
  }
  if (isUnresolvedSubFlow(view, owner)) return { owner, port: undefined };
  const near = view.near(port, () => Object.keys(seen));
  const params = { from, source: id, output: port, outputs: Object.keys(seen).slice(0, 20) };
  return fail(
    view,
    reader,
    'reference-port-unknown',
    { ...params, ...(near !== undefined && { near }) },
    near === undefined ? undefined : { from, to: `${id}.${near}` },
  );
}

/** True for a sub-flow that stands in another file which can't be looked at here: its ports are not known. */
export function isUnresolvedSubFlow(view: FlowView, { node }: Pick<PlacedNode, 'node'>): boolean {
  const rules = view.descriptors.get(node.type)?.portsFrom ?? [];
  if (node.nodes !== undefined || !rules.some(({ rule }) => rule === 'flow-interface')) return false;
  const rule = rules.find((candidate) => candidate.rule === 'flow-interface');
  const flow = rule && ownValue(node.inputs, rule.input);
  return typeof flow === 'string' && view.context.flow?.(flow) === undefined;
}

function fail(
  view: FlowView,
  { node, port }: Reader,
  code: string,
  params: Issue['params'],
  instead?: { readonly from: string; readonly to: string },
): undefined {
  view.report({
    code,
    severity: 'error',
    params,
    node,
    port,
    ...(instead && { suggestion: { do: 'replace-source', node, ...instead } }),
  });
  return undefined;
}
