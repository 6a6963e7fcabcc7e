import {
  createNodesOfSteps,
  findCriticalPath,
  findRunOrder,
  timelineRows,
  type CriticalPath,
  type RunOrder,
  type TimelineRow,
} from '@jacquard/canvas';
import type { FlowNode } from '@jacquard/flow';
import type { RunView } from '@jacquard/protocol';
import type { RunSnapshot } from './use-run-snapshot.ts';

/** Everything that the timeline draws of a run at a moment. */
export interface TimelineModel {
  readonly view: RunView;
  readonly now: number;
  readonly rows: readonly TimelineRow[];
  /** Row numbers by path. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly order: RunOrder;
  readonly critical: CriticalPath | undefined;
  /** Milliseconds that the run has taken; at least 1. */
  readonly length: number;
  nodeOf(path: string): FlowNode | undefined;
}

/** The part that costs: who waited for whom. Made once a snapshot. */
export type RunAnalysis = Pick<TimelineModel, 'view' | 'now' | 'order' | 'critical' | 'nodeOf'>;

/** Looks through a run; undefined while it has no steps. */
export function analyseRun({ view, now }: RunSnapshot): RunAnalysis | undefined {
  if (!view || view.steps.size === 0) return undefined;
  const order = findRunOrder(view, now);
  return { view, now, order, critical: findCriticalPath(view, order, now), nodeOf: createNodesOfSteps(view) };
}

/** Lays it out, with the rows that a person folded or unfolded. */
export function layOutTimeline(analysis: RunAnalysis, toggled: ReadonlySet<string>): TimelineModel {
  const { view, now } = analysis;
  const rows = timelineRows(view, toggled, now);
  const numbers = new Map(rows.map(({ path }, index) => [path, index]));
  return { ...analysis, rows, numbers, length: Math.max(1, (view.endedAt ?? now) - (view.startedAt ?? now)) };
}
