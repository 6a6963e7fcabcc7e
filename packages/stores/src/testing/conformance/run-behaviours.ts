import { expect } from 'vitest';
import {
  endedRun,
  expectProblem,
  numbered,
  runEnd,
  runStart,
  startRun,
  stepEnd,
  type Behaviours,
} from './behaviour.ts';

/** What every run store does with a run and its log. */
export const runBehaviours: Behaviours = {
  'gives back the events of a run, from any number on': async (stores) => {
    await endedRun(stores, 'main', 'run');
    const all = await stores.runs.events('main', 'run', 0);
    expect(all).toEqual(numbered([runStart('run'), stepEnd('chat', ''), runEnd]));
    expect((await stores.runs.events('main', 'run', 1)).map(({ seq }) => seq)).toEqual([2, 3]);
    expect((await stores.runs.events('main', 'run', 0, 2)).map(({ seq }) => seq)).toEqual([1, 2]);
    expect(await stores.runs.get('main', 'run')).toMatchObject({
      id: 'run',
      flowId: 'flow',
      status: 'completed',
      startedAt: 1000,
      endedAt: 1003,
      usage: { outputTokens: 3 },
      lastSeq: 3,
      resumes: 0,
      pinned: false,
    });
  },

  'keeps what a person calls a run, until the name is taken away': async (stores) => {
    await endedRun(stores, 'main', 'run');
    await stores.runs.rename('main', 'run', 'With the short prompt');
    expect((await stores.runs.get('main', 'run'))?.name).toBe('With the short prompt');
    expect((await stores.runs.list('main')).map(({ name }) => name)).toEqual(['With the short prompt']);
    await stores.runs.rename('main', 'run', undefined);
    expect((await stores.runs.get('main', 'run'))?.name).toBeUndefined();
    await expectProblem(stores.runs.rename('main', 'other', 'x'), 'run-not-found');
  },

  'tells whose a run is, and lists those of one caller': async (stores) => {
    await startRun(stores, 'main', 'own');
    await startRun(stores, 'main', 'theirs', { caller: 'key:one' });
    await startRun(stores, 'main', 'others', { caller: 'key:two' });
    expect((await stores.runs.get('main', 'theirs'))?.caller).toBe('key:one');
    expect((await stores.runs.get('main', 'own'))?.caller).toBeUndefined();
    expect((await stores.runs.list('main', { caller: 'key:one' })).map(({ id }) => id)).toEqual(['theirs']);
    expect(await stores.runs.list('main')).toHaveLength(3);
  },

  'refuses a log with a gap, an overlap or anything after its end': async (stores) => {
    await startRun(stores, 'main', 'run');
    const append = async (first: number, events = [stepEnd('chat', 'x')]) =>
      await stores.runs.append('main', { runId: 'run', owner: 'owner', events: numbered(events, first) });
    await expectProblem(append(3), 'run-log-gap');
    await expectProblem(append(1), 'run-log-gap');
    await expectProblem(append(2, [runEnd, stepEnd('chat', 'late')]), 'run-log-gap');
    const [one, two] = numbered([stepEnd('a', 'x'), stepEnd('b', 'y')], 2);
    const torn = [one, { ...two, seq: 4 }] as (typeof one)[];
    await expectProblem(
      stores.runs.append('main', { runId: 'run', owner: 'owner', events: torn.filter((event) => event !== undefined) }),
      'run-log-gap',
    );
    await append(2, [runEnd]);
    await expectProblem(append(3), 'run-ended');
    expect((await stores.runs.events('main', 'run', 0)).map(({ seq }) => seq)).toEqual([1, 2]);
    await expectProblem(
      stores.runs.append('main', { runId: 'none', owner: 'owner', events: numbered([runEnd]) }),
      'run-not-found',
    );
  },

  'refuses one bad batch among many of the same moment, and that one alone': async (stores) => {
    await Promise.all(['a', 'b', 'c'].map(async (id) => await startRun(stores, 'main', id)));
    const outcomes = await Promise.allSettled(
      ['a', 'b', 'c'].map(async (runId) => {
        const events = numbered([stepEnd('chat', runId)], runId === 'b' ? 9 : 2);
        await stores.runs.append('main', { runId, owner: 'owner', events });
      }),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const lengths = await Promise.all(
      ['a', 'b', 'c'].map(async (id) => (await stores.runs.events('main', id, 0)).length),
    );
    expect(lengths).toEqual([2, 1, 2]);
  },

  'keeps the order of appends that were not awaited': async (stores) => {
    await startRun(stores, 'main', 'run');
    const appends = [2, 3, 4, 5].map(async (seq) => {
      await stores.runs.append('main', {
        runId: 'run',
        owner: 'owner',
        events: numbered([stepEnd(`s${seq}`, '')], seq),
      });
    });
    await Promise.all(appends);
    expect((await stores.runs.get('main', 'run'))?.lastSeq).toBe(5);
  },

  'takes a run id once': async (stores) => {
    await startRun(stores, 'main', 'run');
    await expectProblem(startRun(stores, 'main', 'run'), 'run-exists');
  },
  'lists runs, the newest first, by flow, session, status and time': async (stores) => {
    await endedRun(stores, 'main', 'old', { startedAt: 1, sessionId: 'talk' });
    await endedRun(stores, 'main', 'other', { startedAt: 2, flowId: 'other' });
    await startRun(stores, 'main', 'new', { startedAt: 3, sessionId: 'talk' });
    const ids = async (filter?: Parameters<typeof stores.runs.list>[1]) =>
      (await stores.runs.list('main', filter)).map(({ id }) => id);
    expect(await ids()).toEqual(['new', 'other', 'old']);
    expect(await ids({ flowId: 'flow' })).toEqual(['new', 'old']);
    expect(await ids({ sessionId: 'talk', status: 'completed' })).toEqual(['old']);
    expect(await ids({ status: 'running' })).toEqual(['new']);
    expect(await ids({ before: 3, limit: 1 })).toEqual(['other']);
  },
};
