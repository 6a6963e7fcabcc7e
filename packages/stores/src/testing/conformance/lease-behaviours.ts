import { expect } from 'vitest';
import { endedRun, expectProblem, numbered, startRun, stepEnd, type Behaviours } from './behaviour.ts';

/** Who may write a run. Leases here last until 2,000. */
export const leaseBehaviours: Behaviours = {
  'gives a run to another owner once its lease is past, and counts': async (stores) => {
    await startRun(stores, 'main', 'run');
    expect(await stores.runs.acquire('main', 'run', 'second', 9000, 1999)).toBeUndefined();
    expect(await stores.runs.abandoned('main', 1999)).toEqual([]);
    expect((await stores.runs.abandoned('main', 2000)).map(({ id }) => id)).toEqual(['run']);
    const taken = await stores.runs.acquire('main', 'run', 'second', 9000, 2000);
    expect(taken).toMatchObject({ id: 'run', resumes: 1, lastSeq: 1, status: 'running' });
    expect(await stores.runs.acquire('main', 'run', 'third', 9000, 2001)).toBeUndefined();
    expect(await stores.runs.abandoned('main', 2001)).toEqual([]);
  },

  'lets one of two take over': async (stores) => {
    await startRun(stores, 'main', 'run');
    const takers = ['second', 'third'].map(
      async (owner) => await stores.runs.acquire('main', 'run', owner, 9000, 3000),
    );
    expect((await Promise.all(takers)).filter((run) => run !== undefined)).toHaveLength(1);
  },

  'refuses the events of an owner that lost the run': async (stores) => {
    await startRun(stores, 'main', 'run');
    await stores.runs.acquire('main', 'run', 'second', 9000, 3000);
    const late = numbered([stepEnd('chat', 'late')], 2);
    await expectProblem(stores.runs.append('main', { runId: 'run', owner: 'owner', events: late }), 'run-lease-lost');
    await stores.runs.append('main', { runId: 'run', owner: 'second', events: late });
    expect((await stores.runs.get('main', 'run'))?.lastSeq).toBe(2);
  },

  'extends leases by heartbeat, and tells which are lost': async (stores) => {
    for (const id of ['mine', 'lost']) await startRun(stores, 'main', id);
    await endedRun(stores, 'main', 'ended');
    await stores.runs.acquire('main', 'lost', 'second', 9000, 3000);
    const lost = await stores.runs.heartbeat('main', ['mine', 'lost', 'ended'], 'owner', 5000);
    expect([...lost].sort()).toEqual(['ended', 'lost']);
    expect(await stores.runs.abandoned('main', 4999)).toEqual([]);
    expect((await stores.runs.abandoned('main', 5000)).map(({ id }) => id)).toEqual(['mine']);
  },

  'gives a run that waits for a person to whoever takes it first, and to no one before': async (stores) => {
    await startRun(stores, 'main', 'run');
    await expectProblem(stores.runs.park('main', 'run', 'second'), 'run-lease-lost');
    await stores.runs.park('main', 'run', 'owner');
    expect(await stores.runs.get('main', 'run')).toMatchObject({ status: 'paused', resumes: 0 });
    expect(await stores.runs.abandoned('main', 9000)).toEqual([]);
    expect(await stores.runs.collect('main', { before: 9000, maxBytes: 0 })).toBe(0);
    const late = numbered([stepEnd('chat', 'late')], 2);
    await expectProblem(stores.runs.append('main', { runId: 'run', owner: 'owner', events: late }), 'run-ended');
    const takers = await Promise.all(
      ['second', 'third'].map((owner) => stores.runs.takeParked('main', 'run', owner, 9000)),
    );
    expect(takers.filter((run) => run !== undefined)).toMatchObject([{ status: 'running', resumes: 0, lastSeq: 1 }]);
  },

  'never resumes a run that has ended': async (stores) => {
    await endedRun(stores, 'main', 'run');
    expect(await stores.runs.abandoned('main', 9000)).toEqual([]);
    expect(await stores.runs.acquire('main', 'run', 'second', 9999, 9000)).toBeUndefined();
  },
};
