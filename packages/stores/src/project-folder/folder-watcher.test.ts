import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { watchFolder } from './folder-watcher.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('looks at the folder now and then, also where the system reports nothing', () => {
  vi.useFakeTimers();
  const look = vi.fn<() => void>();
  const watcher = watchFolder('/nowhere/that/could/be/watched', look);
  vi.advanceTimersByTime(5_000);
  expect(look).toHaveBeenCalledTimes(2);
  watcher.stop();
  vi.advanceTimersByTime(10_000);
  expect(look).toHaveBeenCalledTimes(2);
});

test('looks soon after a change', async () => {
  const folder = temporaryFolder();
  const look = vi.fn<() => void>();
  const watcher = watchFolder(folder, look);
  for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, name), name);
  await vi.waitFor(() => expect(look).toHaveBeenCalled(), { timeout: 1_500, interval: 5 });
  watcher.stop();
});

test('looks again when it is asked to', () => {
  vi.useFakeTimers();
  const look = vi.fn<() => void>();
  const watcher = watchFolder('/nowhere/that/could/be/watched', look);
  watcher.soon(100);
  watcher.soon(50);
  vi.advanceTimersByTime(100);
  expect(look).toHaveBeenCalledTimes(1);
  watcher.stop();
});
