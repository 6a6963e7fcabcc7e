import { applyRunEvent, type RunEvent, type RunView } from '@jacquard/protocol';
import { beforeEach, expect, test } from 'vitest';
import { showTurn, shownPath, turnsAt, useShownTurns } from './shown-turns.ts';

beforeEach(() => useShownTurns.setState({ runId: undefined, turns: {} }, true));

let seq = 0;

/** A view in which these steps have begun, in this order. */
function viewOf(paths: readonly string[], view?: RunView): RunView | undefined {
  return paths.reduce<RunView | undefined>((known, step) => {
    seq += 1;
    const node = step.split('/').at(-1) ?? step;
    const event: RunEvent = { type: 'step-start', seq, at: 0, step, node, attempt: 1, inputs: {} };
    return applyRunEvent(known, event);
  }, view);
}

const run = (): RunView => {
  const paths = ['ask', 'each', 'each[0]/write', 'each[1]/write', 'each[2]/write', 'each[0]/grade'];
  const view = viewOf(paths);
  if (!view) throw new Error('no events');
  return { ...view, runId: 'r' };
};
const shown = (view: RunView, node: string): string | undefined => shownPath(view, node, useShownTurns.getState());

test('the last step is shown until a turn is chosen; a step that the turn hasn’t reached is none', () => {
  const view = run();
  expect(shown(view, 'write')).toBe('each[2]/write');
  showTurn('r', 'each', 1);
  expect(shown(view, 'write')).toBe('each[1]/write');
  expect(view.steps.has(shown(view, 'grade') ?? '')).toBe(false);
  expect(shown(view, 'ask')).toBe('ask');
  showTurn('r', 'each', undefined);
  expect(shown(view, 'write')).toBe('each[2]/write');
});

test('another run shows its last turns', () => {
  showTurn('r', 'each', 0);
  expect(shown({ ...run(), runId: 'other' }, 'write')).toBe('each[2]/write');
});

test('turns are counted as they begin, also while the run goes on', () => {
  const view = run();
  expect(turnsAt(view, 'each')).toBe(3);
  const later = viewOf(['each[11]/write'], view);
  expect(later && turnsAt(later, 'each')).toBe(12);
  expect(turnsAt(view, 'gone')).toBe(0);
});

test('loops in loops keep their own turn, as far as they got in the outer one', () => {
  const inner = ['each[0]/again', 'each[0]/again[0]/draft', 'each[0]/again[1]/draft', 'each[1]/again[0]/draft'];
  const view = { ...(viewOf(inner) ?? run()), runId: 'r' };
  expect(shown(view, 'draft')).toBe('each[1]/again[0]/draft');
  showTurn('r', 'each', 0);
  expect(shown(view, 'draft')).toBe('each[0]/again[1]/draft');
  showTurn('r', 'again', 0);
  expect(shown(view, 'draft')).toBe('each[0]/again[0]/draft');
  showTurn('r', 'again', 1);
  showTurn('r', 'each', 1);
  expect(shown(view, 'draft')).toBe('each[1]/again[0]/draft');
});
