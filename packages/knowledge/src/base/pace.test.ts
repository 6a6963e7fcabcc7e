import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPace } from './pace.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

test('calls at once, then at most once a while, and never loses the last', () => {
  const call = vi.fn<() => void>();
  const pace = createPace(call, 200);
  pace.ask();
  vi.advanceTimersByTime(1);
  expect(call).toHaveBeenCalledTimes(1);
  for (let turn = 0; turn < 100; turn += 1) {
    pace.ask();
    vi.advanceTimersByTime(10);
  }
  expect(call.mock.calls.length).toBeLessThanOrEqual(6);
  const before = call.mock.calls.length;
  pace.ask();
  pace.finish();
  expect(call).toHaveBeenCalledTimes(before + 1);
  pace.finish();
  vi.advanceTimersByTime(1_000);
  expect(call).toHaveBeenCalledTimes(before + 1);
});
