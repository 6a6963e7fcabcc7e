import { expect } from 'vitest';
import type { StoredKey } from '../../access/key-store.ts';
import { endedRun, startRun, type Behaviours } from './behaviour.ts';

const day = 86_400_000;
const key = (id: string, more: Partial<StoredKey> = {}): StoredKey => ({
  id,
  name: 'A program',
  actions: ['call'],
  flows: ['greeting'],
  limits: { tokens: 100, period: 'day' },
  createdAt: 1000,
  ...more,
});

/** Keys, and what they used. */
export const keyBehaviours: Behaviours = {
  'finds a key by the hash of its text alone': async ({ access: { keys } }) => {
    await keys.add('main', 'hash-a', key('a'));
    await keys.use('main', 'a', 5000);
    expect(await keys.find('main', 'hash-a')).toMatchObject({ ...key('a'), lastUsedAt: 5000 });
    expect(await keys.find('main', 'a')).toBeUndefined();
    expect(await keys.find('other', 'hash-a')).toBeUndefined();
    expect(await keys.get('main', 'a')).toMatchObject({ id: 'a' });
    await keys.revoke('main', 'a', 6000);
    expect(await keys.find('main', 'hash-a')).toMatchObject({ revokedAt: 6000 });
  },

  'revokes a key once, and lists it as it was': async ({ access: { keys } }) => {
    await keys.add('main', 'hash-a', key('a'));
    await keys.add('main', 'hash-b', key('b', { createdAt: 2000, expiresAt: 9000, flows: 'all' }));
    expect([await keys.revoke('main', 'a', 3000), await keys.revoke('main', 'a', 4000)]).toEqual([true, false]);
    expect(await keys.revoke('main', 'none', 4000)).toBe(false);
    expect(await keys.list('main')).toMatchObject([
      { id: 'b', expiresAt: 9000, flows: 'all' },
      { id: 'a', revokedAt: 3000 },
    ]);
  },

  'counts a caller’s runs as they begin, and what they took as they end': async (stores) => {
    const { keys } = stores.access;
    await endedRun(stores, 'main', 'r1', { caller: 'key:a', startedAt: 10 * day });
    await startRun(stores, 'main', 'r2', { caller: 'key:a', startedAt: 11 * day });
    await endedRun(stores, 'main', 'r3', { startedAt: 11 * day });
    await endedRun(stores, 'main', 'r4', { caller: 'key:b', startedAt: 11 * day });
    expect(await keys.usage('main', 'key:a', 0)).toEqual({ calls: 2, tokens: 3, cost: 0 });
    expect(await keys.usage('main', 'key:a', 11 * day + 5)).toEqual({ calls: 1, tokens: 0, cost: 0 });
    await stores.runs.delete('main', 'r1');
    expect(await keys.usage('main', 'key:a', 0)).toMatchObject({ calls: 2, tokens: 3 });
  },

  'counts what was used without a run': async ({ access: { keys } }) => {
    await keys.count('main', 'key:a', day, { calls: 1, tokens: 40, cost: 0.5 });
    await keys.count('main', 'key:a', day, { calls: 1, tokens: 2, cost: 0.25 });
    expect(await keys.usage('main', 'key:a', 0)).toEqual({ calls: 2, tokens: 42, cost: 0.75 });
    expect(await keys.usage('other', 'key:a', 0)).toEqual({ calls: 0, tokens: 0, cost: 0 });
  },

  'forgets a key long after its end, with what it used': async ({ access: { keys } }) => {
    await keys.add('main', 'hash-a', key('a', { revokedAt: 100 }));
    await keys.add('main', 'hash-b', key('b', { expiresAt: 100 }));
    await keys.add('main', 'hash-c', key('c', { expiresAt: 900 }));
    await keys.count('main', 'key:a', day, { calls: 1, tokens: 1, cost: 0 });
    await keys.collect('main', 500);
    expect((await keys.list('main')).map(({ id }) => id)).toEqual(['c']);
    expect(await keys.usage('main', 'key:a', 0)).toMatchObject({ calls: 0 });
  },
};
