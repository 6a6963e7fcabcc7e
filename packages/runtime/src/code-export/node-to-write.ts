import type { NodePlan } from '@jacquard/executor';
import type { Source } from './code-value.ts';

/** The inputs of a node as values of the program. */
export type NodeSources = ReadonlyMap<string, { readonly source: Source; readonly isExtra: boolean }>;

/** A node that is to be written, and what it reads. */
export interface NodeToWrite {
  readonly node: NodePlan;
  readonly sources: NodeSources;
  /** What it hangs on beside what its graph does. */
  readonly when: readonly string[];
}
