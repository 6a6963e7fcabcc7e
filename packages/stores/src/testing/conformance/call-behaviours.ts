import { expect } from 'vitest';
import { endedRun, expectProblem, startRun, type Behaviours } from './behaviour.ts';

const key = { key: 'k', fingerprint: 'f', expiresAt: 5000 };
const url = 'https://example.com/hook';

/** How calls are known again, and how the ends of runs are told. */
export const callBehaviours: Behaviours = {
  'knows a call again by its caller’s key, until the key expires': async (stores) => {
    await startRun(stores, 'main', 'run', { key, caller: 'key:one' });
    const find = (caller: string, now = 4999) => stores.callKeys.find('main', caller, 'k', now);
    expect(await find('key:one')).toEqual({ ...key, runId: 'run' });
    expect(await find('key:two')).toBeUndefined();
    expect(await find('')).toBeUndefined();
    expect(await find('key:one', 5000)).toBeUndefined();
    expect(await stores.callKeys.find('other', 'key:one', 'k', 0)).toBeUndefined();
  },

  'refuses a second run under a key, whole, and takes the key again once it has expired': async (stores) => {
    await startRun(stores, 'main', 'first', { key });
    await expectProblem(startRun(stores, 'main', 'second', { key, startedAt: 4999 }), 'call-key-taken');
    expect(await stores.runs.get('main', 'second')).toBeUndefined();
    await startRun(stores, 'main', 'later', { key: { ...key, expiresAt: 9000 }, startedAt: 5000 });
    expect(await stores.callKeys.find('main', '', 'k', 8000)).toMatchObject({ runId: 'later' });
  },

  'forgets a key with its run, and when its time is up': async (stores) => {
    await endedRun(stores, 'main', 'run', { key });
    await stores.runs.delete('main', 'run');
    expect(await stores.callKeys.find('main', '', 'k', 0)).toBeUndefined();
    await stores.callKeys.claim('main', '', key, 0);
    expect([await stores.callKeys.collect('main', 4999), await stores.callKeys.collect('main', 5000)]).toEqual([0, 1]);
  },

  'gives a claimed key to the first alone': async (stores) => {
    expect(await stores.callKeys.claim('main', '', key, 0)).toEqual(key);
    expect(await stores.callKeys.claim('main', '', { ...key, fingerprint: 'other' }, 0)).toEqual(key);
    expect((await stores.callKeys.claim('main', '', { ...key, fingerprint: 'other' }, 5000)).fingerprint).toBe('other');
  },

  'gives a webhook away once its run has ended, to one at a time': async (stores) => {
    await startRun(stores, 'main', 'running', { webhook: { url } });
    await endedRun(stores, 'main', 'ended', { webhook: { url, secret: 'name' } });
    const taken = await stores.webhooks.take('main', 1, 100, 10);
    expect(taken).toEqual([{ runId: 'ended', url, secret: 'name', state: 'open', attempts: 0, nextAt: 100 }]);
    expect(await stores.webhooks.take('main', 99, 200, 10)).toEqual([]);
    expect(await stores.webhooks.take('main', 100, 200, 10)).toHaveLength(1);
  },

  'tells a webhook’s state, which stays once it is delivered, and lets it go with its run': async (stores) => {
    await endedRun(stores, 'main', 'run', { webhook: { url } });
    const note = (state: 'open' | 'delivered', status: number) =>
      stores.webhooks.note('main', 'run', { state, status, nextAt: 50 });
    await note('open', 503);
    expect(await stores.webhooks.get('main', 'run')).toMatchObject({ state: 'open', attempts: 1, status: 503 });
    await note('delivered', 204);
    await note('open', 500);
    expect(await stores.webhooks.get('main', 'run')).toMatchObject({ state: 'delivered', attempts: 2, status: 204 });
    expect(await stores.webhooks.take('main', 1000, 2000, 10)).toEqual([]);
    await stores.runs.delete('main', 'run');
    expect(await stores.webhooks.get('main', 'run')).toBeUndefined();
  },
};
