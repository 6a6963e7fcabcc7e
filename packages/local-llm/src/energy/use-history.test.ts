import { expect, test } from 'vitest';
import { createUseHistory } from './use-history.ts';

/** A process whose clock and use the test moves on. */
function open() {
  const state = { now: 5000, used: 10 };
  const history = createUseHistory(
    () => state.used,
    () => state.now,
  );
  const pass = (milliseconds: number, used: number): void => {
    state.now += milliseconds;
    state.used += used;
  };
  return { history, pass };
}

test('what was used before a stretch is no part of it', () => {
  const { history, pass } = open();
  pass(3000, 5);
  history.look(3000);
  pass(1000, 0.5);
  expect(history.look(1000)).toEqual({ total: 5.5, during: 0.5 });
});

test('a stretch that begins between two looks counts from the earlier one', () => {
  const { history, pass } = open();
  pass(1000, 2);
  history.look(0);
  pass(600_000, 1);
  expect(history.look(1500).during).toBeCloseTo(1);
});

test('a stretch from before the beginning has what there is', () => {
  const { history, pass } = open();
  pass(100, 0.1);
  expect(history.look(60_000).during).toBeCloseTo(0.1);
});
