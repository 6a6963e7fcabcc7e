import { expect, onTestFinished, test, vi } from 'vitest';
import { createPacedWork } from './paced-work.ts';

test('works at once, then once an interval, and not after the last asking', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const done: string[] = [];
  const paced = createPacedWork(200, async (key) => void done.push(key));
  for (let index = 0; index < 10; index += 1) paced.ask('a');
  paced.ask('b');
  expect(done).toEqual(['a', 'b']);
  await vi.advanceTimersByTimeAsync(200);
  expect(done).toEqual(['a', 'b', 'a']);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(done).toEqual(['a', 'b', 'a']);
  paced.ask('b');
  expect(done).toHaveLength(4);
  paced.ask('b');
  paced.stop();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(done).toHaveLength(4);
});
