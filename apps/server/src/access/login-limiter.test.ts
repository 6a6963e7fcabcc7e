import { expect, onTestFinished, test, vi } from 'vitest';
import { LoginLimiter } from './login-limiter.ts';

async function tryOften(limiter: LoginLimiter, address: string, count: number): Promise<number> {
  let allowed = 0;
  for (let index = 0; index < count; index += 1)
    await limiter.enter(address).then(
      () => (allowed += 1),
      () => undefined,
    );
  return allowed;
}

const waitOf = (limiter: LoginLimiter, address: string): Promise<unknown> =>
  limiter.enter(address).catch((problem: { retryAfter: number }) => problem.retryAfter);

test('five tries, then waits that double, until the right password', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const limiter = new LoginLimiter();
  expect(await tryOften(limiter, '192.0.2.1', 8)).toBe(5);
  expect(await waitOf(limiter, '192.0.2.1')).toBe(30);
  vi.advanceTimersByTime(31_000);
  expect(await tryOften(limiter, '192.0.2.1', 8)).toBe(5);
  expect(await waitOf(limiter, '192.0.2.1')).toBe(60);
  expect(await tryOften(limiter, '192.0.2.2', 1)).toBe(1);
  await limiter.succeeded('192.0.2.1');
  expect(await tryOften(limiter, '192.0.2.1', 8)).toBe(5);
  expect(await waitOf(limiter, '192.0.2.1')).toBe(30);
});

test('the addresses of one IPv6 network share their tries, and IPv4 is the same in both forms', async () => {
  const limiter = new LoginLimiter();
  expect(await tryOften(limiter, '2001:db8::1', 3)).toBe(3);
  expect(await tryOften(limiter, '2001:db8:0:0:ffff::2', 3)).toBe(2);
  expect(await tryOften(limiter, '2001:db8:0:1::1', 1)).toBe(1);
  expect(await tryOften(limiter, '::ffff:192.0.2.9', 3)).toBe(3);
  expect(await tryOften(limiter, '192.0.2.9', 3)).toBe(2);
});

test('all addresses together have a hundred tries', async () => {
  const limiter = new LoginLimiter();
  let allowed = 0;
  for (let index = 0; index < 120; index += 1) allowed += await tryOften(limiter, `192.0.2.${index}`, 1);
  expect(allowed).toBe(100);
});

test('one address that goes on trying uses up nothing of the others’', async () => {
  const limiter = new LoginLimiter();
  expect(await tryOften(limiter, '192.0.2.1', 300)).toBe(5);
  expect(await tryOften(limiter, '192.0.2.2', 1)).toBe(1);
});
