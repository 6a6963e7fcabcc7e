import type { RunView, StepView } from '@jacquard/protocol';

/** One lane of the timeline. Times in milliseconds since the run began. */
export interface TimelineRow {
  readonly step: StepView;
  readonly from: number;
  readonly to: number;
}

/** A run as lanes, in the order in which the steps began. */
export interface TimelineRows {
  readonly rows: readonly TimelineRow[];
  /** The whole width. */
  readonly length: number;
  /** Steps that are not shown, beyond the first hundreds. */
  readonly hidden: number;
}

const mostRows = 300;

/** Lays the steps of a run out in time; those that run end at `now`. */
export function timelineRows(view: RunView, now: number): TimelineRows {
  const start = view.startedAt ?? now;
  const end = view.endedAt ?? now;
  const steps = [...view.steps.values()];
  const rows = steps.slice(0, mostRows).map((step) => {
    const from = Math.max(0, (step.startedAt ?? step.endedAt ?? start) - start);
    const to = (step.endedAt ?? end) - start;
    return { step, from, to: Math.max(from, to) };
  });
  return { rows, length: Math.max(1, end - start), hidden: steps.length - rows.length };
}
