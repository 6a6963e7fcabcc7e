import { expect } from 'vitest';
import type { Stores, StoredMessage } from '../../interfaces.ts';
import { expectProblem, numbered, runEnd, startRun, type Behaviours } from './behaviour.ts';

function message(id: string, parent: string | undefined, role: 'user' | 'assistant', at = 10): StoredMessage {
  return { id, parent, role, content: `${id} says`, runId: 'run', at };
}

async function endWith(stores: Stores, runId: string, messages: readonly StoredMessage[]): Promise<void> {
  const events = numbered([runEnd], 2);
  await stores.runs.append('main', { runId, owner: 'owner', events, session: { sessionId: 'talk', messages } });
}

async function startTalk(stores: Stores): Promise<void> {
  await stores.sessions.create('main', { id: 'talk', flowId: 'flow', title: 'Talk' });
  await startRun(stores, 'main', 'first', { sessionId: 'talk' });
  await endWith(stores, 'first', [message('q1', undefined, 'user'), message('a1', 'q1', 'assistant')]);
}

/** Conversations: trees of messages that are written with the end of a run. */
export const sessionBehaviours: Behaviours = {
  'writes question and answer with the end of the run, and an edit as a sibling': async (stores) => {
    await startTalk(stores);
    await startRun(stores, 'main', 'second', { sessionId: 'talk' });
    await endWith(stores, 'second', [message('q2', 'a1', 'user'), message('a2', 'q2', 'assistant')]);
    await startRun(stores, 'main', 'third', { sessionId: 'talk' });
    await endWith(stores, 'third', [message('q2b', 'a1', 'user'), message('a2b', 'q2b', 'assistant')]);
    const all = await stores.sessions.messages('main', 'talk');
    expect(all.map(({ id }) => id)).toEqual(['q1', 'a1', 'q2', 'a2', 'q2b', 'a2b']);
    expect(all[0]).toEqual(message('q1', undefined, 'user'));
    const path = await stores.sessions.path('main', 'talk', 'a2b');
    expect(path.map(({ id }) => id)).toEqual(['q1', 'a1', 'q2b', 'a2b']);
    expect(await stores.sessions.path('main', 'talk', undefined)).toEqual([]);
    await expectProblem(stores.sessions.path('main', 'talk', 'none'), 'message-not-found');
  },

  'tells whose a session is': async (stores) => {
    const talk = { id: 'talk', flowId: 'flow', title: 'Talk' };
    expect(await stores.sessions.create('main', { ...talk, caller: 'key:one' })).toMatchObject({ caller: 'key:one' });
    expect((await stores.sessions.get('main', 'talk'))?.caller).toBe('key:one');
    await stores.sessions.create('main', { ...talk, id: 'own' });
    expect((await stores.sessions.get('main', 'own'))?.caller).toBeUndefined();
  },

  'writes neither messages nor end when one of them is refused': async (stores) => {
    await startTalk(stores);
    await startRun(stores, 'main', 'second', { sessionId: 'talk' });
    await expectProblem(endWith(stores, 'second', [message('q2', 'nobody', 'user')]), 'message-not-found');
    const gap = { runId: 'second', owner: 'owner', events: numbered([runEnd], 9) };
    const session = { sessionId: 'talk', messages: [message('q2', 'a1', 'user')] };
    await expectProblem(stores.runs.append('main', { ...gap, session }), 'run-log-gap');
    expect((await stores.runs.get('main', 'second'))?.status).toBe('running');
    expect(await stores.sessions.messages('main', 'talk')).toHaveLength(2);
  },

  'ends a run whose conversation was deleted meanwhile': async (stores) => {
    await startTalk(stores);
    await startRun(stores, 'main', 'second', { sessionId: 'talk' });
    await stores.sessions.delete('main', 'talk');
    await endWith(stores, 'second', [message('q2', 'a1', 'user')]);
    expect((await stores.runs.get('main', 'second'))?.status).toBe('completed');
    expect(await stores.sessions.messages('main', 'talk')).toEqual([]);
  },

  'lists the conversations of a flow, renames and deletes them': async ({ sessions }) => {
    await sessions.create('main', { id: 'a', flowId: 'flow', title: 'A' });
    await sessions.create('main', { id: 'b', flowId: 'other', title: 'B' });
    await expectProblem(sessions.create('main', { id: 'a', flowId: 'flow', title: 'Again' }), 'session-exists');
    await sessions.rename('main', 'a', 'Renamed');
    expect((await sessions.list('main', 'flow')).map(({ id, title }) => `${id} ${title}`)).toEqual(['a Renamed']);
    await sessions.delete('main', 'a');
    expect(await sessions.list('main', 'flow')).toEqual([]);
    await expectProblem(sessions.rename('main', 'a', 'Late'), 'session-not-found');
    await expectProblem(sessions.delete('main', 'a'), 'session-not-found');
  },
};
