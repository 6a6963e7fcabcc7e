import { expect, test } from 'vitest';
import { reads, runOf, type WrittenStep } from './testing/run-of.ts';
import { rowOfStep, timelineRows, type TimelineRow } from './timeline-rows.ts';

const nothing: ReadonlySet<string> = new Set();

function draw(rows: readonly TimelineRow[]): string[] {
  return rows.map(
    ({ path, depth, inside, isOpen }) => `${'. '.repeat(depth)}${path}${inside > 0 ? (isOpen ? ' -' : ' +') : ''}`,
  );
}

function loopOf(turns: number): ReturnType<typeof runOf> {
  const steps: Record<string, WrittenStep> = { a: { at: [0, 10] }, each: { at: [10, 90] } };
  for (let turn = 0; turn < turns; turn += 1) {
    steps[`each[${turn}]/x`] = { at: [10 + turn, 30] };
    steps[`each[${turn}]/y`] = { at: [30, 40] };
  }
  return runOf({ a: reads([]), each: reads(['a'], { x: reads([]), y: reads(['x']) }) }, steps, { at: 90 });
}

test('turns stand below their loop, in their order; few are open, many are folded', () => {
  expect(draw(timelineRows(loopOf(2), nothing, 0))).toEqual([
    'a',
    'each -',
    '. each[0]/ -',
    '. . each[0]/x',
    '. . each[0]/y',
    '. each[1]/ -',
    '. . each[1]/x',
    '. . each[1]/y',
  ]);
  expect(draw(timelineRows(loopOf(5), nothing, 0)).slice(1, 4)).toEqual(['each -', '. each[0]/ +', '. each[1]/ +']);
  expect(draw(timelineRows(loopOf(2_000), nothing, 0))).toEqual(['a', 'each +']);
});

test('a person folds and unfolds against the rule', () => {
  expect(timelineRows(loopOf(2_000), new Set(['each']), 0)).toHaveLength(2_002);
  expect(draw(timelineRows(loopOf(2), new Set(['each[0]/']), 0)).slice(2, 4)).toEqual(['. each[0]/ +', '. each[1]/ -']);
});

test('a turn of one step is that step’s row', () => {
  const view = runOf(
    { each: reads([], { x: reads([]) }) },
    { each: { at: [0, 30] }, 'each[1]/x': { at: [10, 20] }, 'each[0]/x': { at: [11, 30] } },
    { at: 30 },
  );
  const rows = timelineRows(view, nothing, 0);
  expect(draw(rows)).toEqual(['each -', '. each[0]/x', '. each[1]/x']);
  expect(rows[2]).toMatchObject({ turn: 1, from: 10, to: 20 });
});

test('a step that runs reaches to now, a turn from its first to its last step', () => {
  const view = runOf({ a: reads([]) }, { a: { at: [5] } });
  expect(timelineRows(view, nothing, 70)[0]).toMatchObject({ from: 5, to: 70 });
  expect(timelineRows(loopOf(2), nothing, 0)[5]).toMatchObject({ path: 'each[1]/', from: 11, to: 40 });
});

test('a step in what is folded is found at the row around it', () => {
  const numbers = new Map(timelineRows(loopOf(2_000), nothing, 0).map(({ path }, index) => [path, index]));
  expect(rowOfStep(numbers, 'each[7]/x')).toBe(1);
  expect(rowOfStep(numbers, 'a')).toBe(0);
  expect(rowOfStep(numbers, 'nowhere')).toBeUndefined();
});
