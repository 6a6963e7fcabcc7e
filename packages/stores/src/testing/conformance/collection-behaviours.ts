import { expect } from 'vitest';
import type { Stores } from '../../interfaces.ts';
import { endedRun, expectProblem, manyBytes, startRun, textFile, upload, type Behaviours } from './behaviour.ts';

const noLimit = Number.MAX_SAFE_INTEGER;
const runIds = async ({ runs }: Stores): Promise<string[]> => (await runs.list('main')).map(({ id }) => id).sort();

/** What goes when, and what stays. */
export const collectionBehaviours: Behaviours = {
  'collects ended runs by age, but no pinned or running ones': async (stores) => {
    for (const id of ['old', 'pinned']) await endedRun(stores, 'main', id, { startedAt: 10 });
    await startRun(stores, 'main', 'running', { startedAt: 10 });
    await endedRun(stores, 'main', 'new', { startedAt: 20 });
    await stores.runs.pin('main', 'pinned', true);
    expect(await stores.runs.collect('main', { before: 20, maxBytes: noLimit })).toBe(1);
    expect(await runIds(stores)).toEqual(['new', 'pinned', 'running']);
    expect(await stores.runs.events('main', 'old', 0)).toEqual([]);
    await stores.runs.pin('main', 'pinned', false);
    expect(await stores.runs.collect('main', { before: 20, maxBytes: noLimit })).toBe(1);
    await expectProblem(stores.runs.pin('main', 'pinned', true), 'run-not-found');
  },

  'collects the oldest runs above the bytes that all may take': async (stores) => {
    const extra = 'x'.repeat(10_000);
    for (const [at, id] of ['a', 'b', 'c', 'd'].entries()) await endedRun(stores, 'main', id, { startedAt: at, extra });
    expect(await stores.runs.collect('main', { before: 0, maxBytes: 25_000 })).toBe(2);
    expect(await runIds(stores)).toEqual(['c', 'd']);
  },

  'counts kept and large values to the bytes of a run': async (stores) => {
    for (const [at, id] of ['kept', 'large', 'small'].entries()) await endedRun(stores, 'main', id, { startedAt: at });
    await stores.values.keep('main', [{ key: 'k', runId: 'kept', outputs: { text: 'x'.repeat(50_000) } }]);
    await stores.values.put('main', 'large', 'y'.repeat(50_000));
    expect(await stores.runs.collect('main', { before: 0, maxBytes: 60_000 })).toBe(1);
    expect(await runIds(stores)).toEqual(['large', 'small']);
    expect(await stores.runs.collect('main', { before: 0, maxBytes: 20_000 })).toBe(1);
    expect(await runIds(stores)).toEqual(['small']);
  },

  'deletes a run with all that hangs on it alone': async (stores) => {
    await endedRun(stores, 'main', 'one');
    await endedRun(stores, 'main', 'two');
    const ref = await stores.values.put('main', 'one', { shared: true });
    await stores.values.put('main', 'two', { shared: true });
    await stores.values.keep('main', [{ key: 'k', runId: 'one', outputs: { a: 1 } }]);
    const file = await stores.files.put('main', { kind: 'run', id: 'one' }, textFile, upload('hello'), manyBytes);
    await stores.runs.delete('main', 'one');
    expect(await stores.runs.get('main', 'one')).toBeUndefined();
    expect(await stores.values.get('main', 'one', ref)).toBeUndefined();
    expect(await stores.values.get('main', 'two', ref)).toEqual({ shared: true });
    expect((await stores.values.kept('main', ['k'])).size).toBe(0);
    expect(await stores.files.read('main', { kind: 'run', id: 'one' }, file.file)).toBeUndefined();
    expect(await stores.files.collect('main')).toBe(1);
  },

  'deletes no running and no unknown run': async (stores) => {
    await startRun(stores, 'main', 'run');
    await expectProblem(stores.runs.delete('main', 'run'), 'run-still-running');
    await expectProblem(stores.runs.delete('main', 'none'), 'run-not-found');
    const lease = { owner: 'owner', until: 2000 };
    await stores.runs.create('main', { id: 'empty', flowId: 'flow', startedAt: 1, lease });
    await stores.runs.delete('main', 'empty');
    expect(await runIds(stores)).toEqual(['run']);
  },
};
