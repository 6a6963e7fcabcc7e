import { readReasoningItem, type AnyReasoningItem } from '@jacquard/flow';
import type { NodeRun } from './run-node.ts';

/** The reasoning items of what a node told of its insides, read and typed, in order. */
export function itemsOf({ traces }: Pick<NodeRun, 'traces'>): readonly AnyReasoningItem[] {
  return traces.map(readReasoningItem).filter((item) => item !== undefined);
}
