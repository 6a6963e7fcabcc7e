import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MemoryTrimmer } from './memory-trimmer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function trimmerOf(megabytes: number): { trimmer: MemoryTrimmer; collect: ReturnType<typeof vi.fn<() => void>> } {
  const collect = vi.fn<() => void>();
  return { trimmer: new MemoryTrimmer({ collect, heapSize: () => megabytes * 1024 * 1024 }), collect };
}

test('a large heap is collected once it has been quiet, and not before', () => {
  const { trimmer, collect } = trimmerOf(200);
  trimmer.quiet();
  vi.advanceTimersByTime(1_500);
  trimmer.busy();
  vi.advanceTimersByTime(10_000);
  expect(collect).not.toHaveBeenCalled();
  trimmer.quiet();
  vi.advanceTimersByTime(10_000);
  expect(collect).toHaveBeenCalledOnce();
});

test('a small heap is left alone', () => {
  const { trimmer, collect } = trimmerOf(40);
  trimmer.quiet();
  vi.advanceTimersByTime(10_000);
  expect(collect).not.toHaveBeenCalled();
});
