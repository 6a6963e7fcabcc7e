import {
  nodeInputs,
  nodesById,
  parseAddress,
  sourcesOf,
  type Descriptors,
  type FlowDocument,
  type PlacedNode,
} from '@jacquard/flow';
import type { KnowledgeSummary, RunView } from '@jacquard/protocol';
import { baseOfNode } from '../canvas/drop/bases-of-flow.ts';

type Base = Pick<KnowledgeSummary, 'id' | 'state' | 'updatedAt'>;

/**
 * The nodes that read a knowledge base which is another now than when their step ended: files were read since, or will be
 * before the next run. A step that goes on isn't among them: what is read while it runs is read for it.
 */
export function readersOfChangedBases(
  bases: readonly Base[],
  document: FlowDocument,
  descriptors: Descriptors,
  { steps }: Pick<RunView, 'steps'>,
): Set<string> {
  const byId = new Map(bases.map((base) => [base.id, base]));
  const ends = firstEnds(steps);
  const nodes = nodesById(document);
  const changed = new Set<string>();
  for (const { id, node } of nodes.values()) {
    const base = byId.get(baseOfNode(node, descriptors) ?? '');
    if (!base) continue;
    for (const reader of stepsThatRead(id, nodes, descriptors)) {
      const end = ends.get(reader);
      if (end !== undefined && (base.state === 'stale' || base.updatedAt > end)) changed.add(reader);
    }
  }
  return changed;
}

/** When the first step of each node ended, in milliseconds since the epoch; nothing of those that were skipped. */
function firstEnds(steps: RunView['steps']): Map<string, number> {
  const ends = new Map<string, number>();
  for (const { node, status, endedAt } of steps.values()) {
    if (endedAt === undefined || status === 'skipped') continue;
    ends.set(node, Math.min(endedAt, ends.get(node) ?? endedAt));
  }
  return ends;
}

/** The node itself, or, of what is lent to others, those to whom it is lent in the end. */
function stepsThatRead(
  id: string,
  nodes: ReadonlyMap<string, PlacedNode>,
  descriptors: Descriptors,
  seen = new Set<string>(),
): readonly string[] {
  const node = nodes.get(id)?.node;
  if (!node || seen.has(id)) return [];
  seen.add(id);
  if (descriptors.get(node.type)?.role !== 'component') return [id];
  const readers = [...nodes.values()].filter(({ node: reader }) =>
    nodeInputs(reader).some(({ input }) => sourcesOf(input).some((source) => parseAddress(source).node === id)),
  );
  return readers.flatMap((reader) => stepsThatRead(reader.id, nodes, descriptors, seen));
}
