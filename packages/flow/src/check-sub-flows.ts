import type { FlowDocument } from './flow-document.ts';
import type { FlowView } from './flow-view.ts';
import { literalOf } from './input-form.ts';
import { nodesById, type PlacedNode } from './nodes-by-id.ts';
import { ownValue } from './own-value.ts';
import type { Descriptors } from './descriptor.ts';

/** Reports sub-flows that don't exist, and those that lead back to the flow or to themselves. */
export function checkSubFlows(view: FlowView): void {
  const { flow: find, id } = view.context;
  if (find === undefined) return;
  const known = new Map<string, readonly string[] | undefined>();
  const flowsIn = (name: string): readonly string[] | undefined => {
    if (!known.has(name)) {
      const document = name === id ? view.flow : find(name);
      known.set(name, document && subFlowsOf(document, view.descriptors).map(({ flow }) => flow));
    }
    return known.get(name);
  };
  for (const { placed, flow, input } of subFlowsOf(view.flow, view.descriptors)) {
    const at = { severity: 'error' as const, node: placed.id, port: input };
    if (flowsIn(flow) === undefined) view.report({ code: 'sub-flow-unknown', params: { flow }, ...at });
    const path = findWayBack(flow, id, flowsIn);
    if (path !== undefined) view.report({ code: 'sub-flow-cycle', params: { path }, ...at });
  }
}

interface SubFlow {
  readonly placed: PlacedNode;
  readonly flow: string;
  readonly input: string;
}

/** The flows of other files that a flow's nodes run, and by which input they name them. */
export function subFlowsOf(flow: FlowDocument, descriptors: Descriptors): SubFlow[] {
  return [...nodesById(flow).values()].flatMap((placed) => {
    const { node } = placed;
    if (node.nodes !== undefined) return [];
    const rules = (descriptors.get(node.type)?.portsFrom ?? []).filter(({ rule }) => rule === 'flow-interface');
    return rules.flatMap(({ input }) => {
      const id = literalOf(ownValue(node.inputs, input));
      return typeof id === 'string' && id !== '' ? [{ placed, flow: id, input }] : [];
    });
  });
}

/** The way from `start` back to the flow that is checked, or round to `start`; each flow is entered once. */
function findWayBack(
  start: string,
  own: string | undefined,
  flowsIn: (id: string) => readonly string[] | undefined,
): string[] | undefined {
  if (start === own) return [start, start];
  const cameFrom = new Map<string, string | undefined>([[start, undefined]]);
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const next of flowsIn(at) ?? []) {
      if (next === start || next === own) return [...wayTo(at, cameFrom, own), next];
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      open.push(next);
    }
  }
  return undefined;
}

function wayTo(last: string, cameFrom: ReadonlyMap<string, string | undefined>, own: string | undefined): string[] {
  const way: string[] = [];
  for (let at: string | undefined = last; at !== undefined; at = cameFrom.get(at)) way.unshift(at);
  return own === undefined ? way : [own, ...way];
}
