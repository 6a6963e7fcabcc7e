import { ownValue, type FlowDocument, type FlowNode, type Layout } from '@jacquard/flow';
import type { Position } from './add-node.ts';

type Nodes = Readonly<Record<string, FlowNode>>;
type Places = NonNullable<Layout['nodes']>;

const columnWidth = 330;
const rowHeight = 190;

/** The layout of an extracted flow: what stood inside as it stood, inputs and components left of it, outputs right. */
export function layExtracted(
  flow: FlowDocument,
  inner: Nodes,
  all: Nodes,
  known: Readonly<Record<string, Position>>,
): Layout {
  const places: Places = {};
  for (const id of idsWithin(inner)) {
    const place = ownValue(flow.layout?.nodes, id) ?? ownValue(known, id);
    if (place) places[id] = place;
  }
  const tops = Object.keys(inner).flatMap((id) => ownValue(places, id) ?? []);
  const left = Math.min(...tops.map(({ x }) => x), 200);
  const right = Math.max(...tops.map(({ x }) => x), 200);
  const top = Math.min(...tops.map(({ y }) => y), 96);
  const rows = { before: 0, after: 0 };
  for (const [id, node] of Object.entries(all)) {
    if (Object.hasOwn(inner, id)) continue;
    const isAfter = reads(node, inner);
    const row = isAfter ? rows.after++ : rows.before++;
    places[id] = { x: isAfter ? right + columnWidth : left - columnWidth, y: top + row * rowHeight };
  }
  const ids = new Set(Object.keys(places));
  const groups = Object.entries(flow.layout?.groups ?? {}).filter(([, { nodes }]) => nodes.every((id) => ids.has(id)));
  return { nodes: places, ...(groups.length > 0 && { groups: Object.fromEntries(groups) }) };
}

function idsWithin(nodes: Nodes): string[] {
  return Object.entries(nodes).flatMap(([id, node]) => [id, ...idsWithin(node.nodes ?? {})]);
}

/** An output of the flow reads what stands inside. */
function reads(node: FlowNode, inner: Nodes): boolean {
  const texts = JSON.stringify(node.inputs ?? {});
  return Object.keys(inner).some((id) => texts.includes(`{"from":"${id}.`));
}
