import { nodesById, ownValue, serialiseFlow, type FlowDocument, type FlowNode } from '@jacquard/flow';

/** The chosen nodes as a flow document of their own, in file form: for the clipboard, a file, or another tab. */
export function copyNodes(flow: FlowDocument, ids: readonly string[]): string {
  const all = nodesById(flow);
  const chosen = new Set(ids.filter((id) => !hasChosenScope(id, ids, (inner) => all.get(inner)?.parent)));
  const nodes: Record<string, FlowNode> = {};
  for (const { id, node } of all.values()) if (chosen.has(id)) nodes[id] = node;
  const held = [...nodesById({ nodes }).values()];
  const places = flow.layout?.nodes ?? {};
  return serialiseFlow({
    jacquard: 1,
    name: flow.name,
    nodes,
    types: Object.fromEntries(
      held.flatMap(({ node: { type } }) => (flow.types?.[type] ? [[type, flow.types[type]]] : [])),
    ),
    layout: {
      nodes: Object.fromEntries(
        held.flatMap(({ id }) => {
          const place = ownValue(places, id);
          return place ? [[id, place]] : [];
        }),
      ),
    },
  });
}

function hasChosenScope(id: string, ids: readonly string[], parentOf: (id: string) => string | undefined): boolean {
  for (let at = parentOf(id); at !== undefined; at = parentOf(at)) if (ids.includes(at)) return true;
  return false;
}
