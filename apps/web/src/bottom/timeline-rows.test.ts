import { applyRunEvent, type RunEvent, type RunView } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { timelineRows } from './timeline-rows.ts';

const start: RunEvent = {
  type: 'run-start',
  seq: 1,
  at: 1000,
  runId: 'r',
  flowId: 'f',
  flow: { jacquard: 1, name: 'f', nodes: {} },
  inputs: {},
};

function viewOf(...events: readonly RunEvent[]): RunView {
  const view = [start, ...events].reduce<RunView | undefined>(applyRunEvent, undefined);
  if (!view) throw new Error('no view');
  return view;
}

test('a step that runs reaches to now, one that ended to its end', () => {
  const view = viewOf(
    { type: 'step-start', seq: 2, at: 1010, step: 'a', node: 'a', attempt: 1 },
    { type: 'step-end', seq: 3, at: 1030, step: 'a', node: 'a', attempt: 1, outputs: {}, duration: 20 },
    { type: 'step-start', seq: 4, at: 1031, step: 'b', node: 'b', attempt: 1 },
  );
  const { rows, length } = timelineRows(view, 1131);
  expect(rows.map(({ from, to }) => [from, to])).toEqual([
    [10, 30],
    [31, 131],
  ]);
  expect(length).toBe(131);
});

test('a run of very many steps shows the first, and how many more there are', () => {
  const events = Array.from({ length: 320 }, (_, index): RunEvent => ({
    type: 'step-skip',
    seq: index + 2,
    at: 1001,
    step: `s${index}`,
    node: 's',
    reason: 'disabled',
  }));
  const { rows, hidden } = timelineRows(viewOf(...events), 1002);
  expect(rows).toHaveLength(300);
  expect(hidden).toBe(20);
});
