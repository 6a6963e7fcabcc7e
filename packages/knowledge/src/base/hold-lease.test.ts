import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { holdLease } from './hold-lease.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An index of which only the lease is there; it remembers who asked until when. */
function leasesOf(answers: readonly boolean[]) {
  const asked: string[] = [];
  const left = answers.values();
  const index = {
    async lease(owner: string, until: number, now: number) {
      asked.push(`${owner} ${until - now}`);
      return left.next().value ?? true;
    },
    async release(owner: string) {
      asked.push(`${owner} leaves`);
    },
  };
  return { asked, index };
}
const options = { now: () => Date.now(), duration: 3_000, signal: new AbortController().signal };

test('waits while another one has it, renews it, and gives it back', async () => {
  const { asked, index } = leasesOf([false, false, true]);
  const holding = holdLease(index, 'me', options);
  await vi.advanceTimersByTimeAsync(600);
  const lease = await holding;
  await vi.advanceTimersByTimeAsync(2_100);
  await lease.release();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked).toEqual([...Array.from({ length: 5 }, () => 'me 3000'), 'me leaves']);
  expect(lease.lost.aborted).toBe(false);
});

test('says so when another one has taken it', async () => {
  const { index } = leasesOf([true, true, false]);
  const lease = await holdLease(index, 'me', options);
  await vi.advanceTimersByTimeAsync(1_100);
  expect(lease.lost.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(lease.lost.aborted).toBe(true);
  await lease.release();
});

test('who leaves waits no longer', async () => {
  const { index } = leasesOf(Array.from({ length: 100 }, () => false));
  const abort = new AbortController();
  const waiting = Promise.allSettled([holdLease(index, 'me', { ...options, signal: abort.signal })]);
  await vi.advanceTimersByTimeAsync(500);
  abort.abort(new Error('left'));
  expect(await waiting).toMatchObject([{ status: 'rejected' }]);
});
