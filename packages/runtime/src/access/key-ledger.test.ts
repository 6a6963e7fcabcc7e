import { createMemoryStores } from '@jacquard/stores/testing';
import type { KeyLimits } from '@jacquard/stores';
import { expect, onTestFinished, test } from 'vitest';
import { KeyLedger } from './key-ledger.ts';

const start = Date.UTC(2030, 0, 31, 23, 59);

/** A ledger with one key, and a clock that is moved by hand. */
async function ledgerWith(limits: KeyLimits) {
  const stores = createMemoryStores();
  onTestFinished(() => stores.close());
  const { keys } = stores.access;
  const clock = { at: start };
  await keys.add('main', 'hash', { id: 'k', name: 'k', actions: ['call'], flows: 'all', limits, createdAt: 0 });
  const failed = (error: unknown): never => {
    throw error;
  };
  const ledger = new KeyLedger({ space: 'main', keys, now: () => clock.at, failed });
  const admit = () => ledger.admit({ kind: 'key', id: 'k', name: 'k', actions: ['call'], flows: 'all' });
  const use = async (tokens: number, cost = 0): Promise<void> => {
    const { end } = await admit();
    await keys.count('main', 'key:k', clock.at, { calls: 1, tokens, cost });
    end();
  };
  return { ledger, admit, use, clock, keys };
}

const refusal = (limit: string) => ({ code: 'limit-reached', params: { limit: `limit-${limit}` } });

test('a minute’s calls begin anew with the next minute', async () => {
  const { admit, clock } = await ledgerWith({ callsPerMinute: 2 });
  await admit();
  await admit();
  await expect(admit()).rejects.toMatchObject({ ...refusal('calls-per-minute'), retryAfter: 60 });
  clock.at += 60_000;
  await admit();
});

test('a day’s and a month’s tokens begin anew at midnight in UTC, those of a life never', async () => {
  for (const [period, next] of [
    ['day', 'fine'],
    ['month', 'fine'],
    ['ever', 'refused'],
  ] as const) {
    const { admit, use, clock } = await ledgerWith({ tokens: 100, period });
    await use(100);
    await expect(admit()).rejects.toMatchObject({
      ...refusal('tokens'),
      retryAfter: period === 'ever' ? undefined : 60,
    });
    clock.at += 60_000;
    expect([
      period,
      await admit().then(
        () => 'fine',
        () => 'refused',
      ),
    ]).toEqual([period, next]);
  }
});

test('what calls that go on may use is set aside, by what earlier ones used', async () => {
  const { admit, keys, clock } = await ledgerWith({ tokens: 100, cost: 10 });
  await keys.count('main', 'key:k', clock.at, { calls: 2, tokens: 60, cost: 2 });
  const first = await admit(); // 30 of the 40 that are left
  await admit(); // the last 10
  await expect(admit()).rejects.toMatchObject(refusal('tokens'));
  first.end();
  await admit();
});

test('a call that ends gives its place back once, however often that is told', async () => {
  const { admit } = await ledgerWith({ concurrency: 2 });
  const first = await admit();
  await admit();
  await expect(admit()).rejects.toMatchObject({ ...refusal('concurrency'), retryAfter: 1 });
  first.end();
  first.end();
  await admit();
  await expect(admit()).rejects.toMatchObject(refusal('concurrency'));
});

test('cost has a limit of its own, and the operator has none', async () => {
  const { ledger, admit, keys, clock } = await ledgerWith({ cost: 1 });
  const { end } = await admit();
  end({ tokens: 5, cost: 1 });
  await expect.poll(async () => (await keys.usage('main', 'key:k', 0)).cost).toBe(1);
  await expect(admit()).rejects.toMatchObject(refusal('cost'));
  clock.at += 1;
  await ledger.admit({ kind: 'operator' });
});
