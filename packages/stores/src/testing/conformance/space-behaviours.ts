import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import type { Stores } from '../../interfaces.ts';
import {
  endedRun,
  expectProblem,
  flowDocument,
  manyBytes,
  numbered,
  runEnd,
  startRun,
  stepEnd,
  textFile,
  upload,
  type Behaviours,
} from './behaviour.ts';
import { handbook } from './knowledge-behaviours.ts';

const flow = { kind: 'flow', id: 'flow' } as const;

/** Nothing of one space can be read, changed or removed from another, by any method, though all ids are known there. */
export const spaceBehaviours: Behaviours = Object.fromEntries(
  [['main', 'other'] as const, ['other', 'main'] as const].flatMap(([owner, stranger]) =>
    Object.entries({
      flows: flowsApart,
      versions: versionsApart,
      'published versions': publicationsApart,
      runs: runsApart,
      values: valuesApart,
      sessions: sessionsApart,
      files: filesApart,
      'knowledge bases': knowledgeApart,
      'secrets and preferences': secretsApart,
    }).map(([what, check]) => [
      `keeps ${what} of ${owner} from ${stranger}`,
      async (stores: Stores) => await check(stores, owner, stranger),
    ]),
  ),
);

async function flowsApart({ flows }: Stores, owner: string, stranger: string): Promise<void> {
  const heard: unknown[] = [];
  const leave = flows.watch(stranger, (change) => heard.push(change));
  const { revision } = await flows.create(owner, flowDocument('Flow'), { id: 'flow', imported: true });
  await flows.consent(owner, 'flow', ['secret:key']);
  expect(await flows.list(stranger)).toEqual([]);
  expect(await flows.get(stranger, 'flow')).toBeUndefined();
  await expectProblem(flows.save(stranger, 'flow', flowDocument('Stolen'), revision), 'flow-not-found');
  await expectProblem(flows.consent(stranger, 'flow', ['file:x']), 'flow-not-found');
  await expectProblem(flows.delete(stranger, 'flow', '*'), 'flow-not-found');
  expect(heard).toEqual([]);
  leave();
  expect(await flows.create(stranger, flowDocument('Flow'), { id: 'flow' })).toMatchObject({
    consents: [],
    imported: false,
  });
  await flows.delete(stranger, 'flow', '*');
  expect(await flows.get(owner, 'flow')).toMatchObject({ revision, consents: ['secret:key'], imported: true });
}

async function versionsApart({ flows, versions }: Stores, owner: string, stranger: string): Promise<void> {
  for (const space of [owner, stranger]) await flows.create(space, flowDocument('Flow'), { id: 'flow' });
  await versions.add(owner, 'flow', { document: flowDocument('Flow', 'private'), reason: 'saved', name: 'Mine' });
  expect(await versions.list(stranger, 'flow')).toEqual([]);
  expect(await versions.get(stranger, 'flow', 1)).toBeUndefined();
  await expectProblem(versions.describe(stranger, 'flow', 1, { name: 'Stolen' }), 'version-not-found');
  await expectProblem(versions.delete(stranger, 'flow', 1), 'version-not-found');
  expect(await versions.add(stranger, 'flow', { document: flowDocument('Flow'), reason: 'saved' })).toMatchObject({
    number: 1,
  });
  await flows.delete(stranger, 'flow', '*');
  expect(await versions.list(owner, 'flow')).toMatchObject([{ number: 1, name: 'Mine' }]);
}

async function publicationsApart(stores: Stores, owner: string, stranger: string): Promise<void> {
  const { flows, versions, publications } = stores;
  for (const space of [owner, stranger]) await flows.create(space, flowDocument('Flow'), { id: 'flow' });
  await versions.add(owner, 'flow', { document: flowDocument('Flow', 'private'), reason: 'saved' });
  const frozen = { document: flowDocument('Flow', 'private'), flows: {} };
  await publications.publish(owner, 'flow', 1, frozen);
  await publications.setLabel(owner, 'flow', 'production', 1);
  expect(await publications.list(stranger, 'flow')).toEqual([]);
  expect(await publications.labels(stranger, 'flow')).toEqual([]);
  await expectProblem(publications.find(stranger, 'flow', undefined), 'not-published');
  await expectProblem(publications.find(stranger, 'flow', 'production'), 'label-not-found');
  expect(await publications.digest(stranger, 'flow', 1)).toBeUndefined();
  await expectProblem(publications.read(stranger, 'flow', 1), 'version-not-found');
  await expectProblem(publications.publish(stranger, 'flow', 1, frozen), 'version-not-found');
  await expectProblem(publications.withdraw(stranger, 'flow', 1), 'version-not-found');
  await expectProblem(publications.setLabel(stranger, 'flow', 'production', 1), 'version-not-found');
  await expectProblem(publications.removeLabel(stranger, 'flow', 'production'), 'label-not-found');
  await flows.delete(stranger, 'flow', '*');
  expect(await publications.find(owner, 'flow', 'production')).toMatchObject({ number: 1 });
}

async function runsApart(stores: Stores, owner: string, stranger: string): Promise<void> {
  const { runs } = stores;
  await startRun(stores, owner, 'run', { startedAt: 5 });
  await endedRun(stores, owner, 'ended', { startedAt: 5 });
  expect(await runs.get(stranger, 'run')).toBeUndefined();
  expect(await runs.list(stranger)).toEqual([]);
  expect(await runs.events(stranger, 'run', 0)).toEqual([]);
  const events = numbered([runEnd], 2);
  await expectProblem(runs.append(stranger, { runId: 'run', owner: 'owner', events }), 'run-not-found');
  expect(await runs.acquire(stranger, 'run', 'thief', 9000, 8000)).toBeUndefined();
  expect(await runs.heartbeat(stranger, ['run'], 'owner', 9000)).toEqual(['run']);
  expect(await runs.abandoned(stranger, 8000)).toEqual([]);
  await expectProblem(runs.pin(stranger, 'ended', true), 'run-not-found');
  await expectProblem(runs.delete(stranger, 'ended'), 'run-not-found');
  expect(await runs.collect(stranger, { before: 9000, maxBytes: 0 })).toBe(0);
  await endedRun(stores, stranger, 'run', { extra: 'mine' });
  await runs.delete(stranger, 'run');
  expect(await runs.get(owner, 'run')).toMatchObject({ status: 'running', lastSeq: 1 });
  expect(await runs.get(owner, 'ended')).toMatchObject({ pinned: false, lastSeq: 3 });
  await runs.append(owner, { runId: 'run', owner: 'owner', events: numbered([stepEnd('chat', 'x')], 2) });
}

async function valuesApart(stores: Stores, owner: string, stranger: string): Promise<void> {
  const { values, runs } = stores;
  await startRun(stores, owner, 'run');
  for (const id of ['run', 'thief']) await startRun(stores, stranger, id);
  const ref = await values.put(owner, 'run', 'large');
  await values.keep(owner, [
    { key: 'k', runId: 'run', outputs: { text: { ref, kind: 'text', size: 7, preview: '' } } },
  ]);
  expect((await values.kept(stranger, ['k'], 'run')).size).toBe(0);
  expect(await values.get(stranger, 'run', ref)).toBeUndefined();
  await values.keep(stranger, [
    { key: 'k', runId: 'run', outputs: { text: { ref, kind: 'text', size: 7, preview: '' } } },
  ]);
  await values.kept(stranger, ['k'], 'thief');
  await values.share(stranger, 'run', 'thief', { text: { ref, kind: 'text', size: 7, preview: '' } });
  expect(await values.get(stranger, 'thief', ref)).toBeUndefined();
  await runs.collect(stranger, { before: 9000, maxBytes: 0 });
  expect(await values.get(owner, 'run', ref)).toBe('large');
  expect((await values.kept(owner, ['k'])).size).toBe(1);
}

async function sessionsApart(stores: Stores, owner: string, stranger: string): Promise<void> {
  const { sessions, runs } = stores;
  await sessions.create(owner, { id: 'talk', flowId: 'flow', title: 'Talk' });
  await startRun(stores, owner, 'run');
  await startRun(stores, stranger, 'run');
  const message = { id: 'q', parent: undefined, role: 'user', content: 'private', runId: 'run', at: 1 } as const;
  const batch = { runId: 'run', owner: 'owner', events: numbered([runEnd], 2) };
  await runs.append(owner, { ...batch, session: { sessionId: 'talk', messages: [message] } });
  await runs.append(stranger, { ...batch, session: { sessionId: 'talk', messages: [{ ...message, id: 'x' }] } });
  expect(await sessions.list(stranger, 'flow')).toEqual([]);
  expect(await sessions.get(stranger, 'talk')).toBeUndefined();
  expect(await sessions.messages(stranger, 'talk')).toEqual([]);
  await expectProblem(sessions.path(stranger, 'talk', 'q'), 'message-not-found');
  await expectProblem(sessions.rename(stranger, 'talk', 'Stolen'), 'session-not-found');
  await expectProblem(sessions.delete(stranger, 'talk'), 'session-not-found');
  await sessions.create(stranger, { id: 'talk', flowId: 'flow', title: 'Own' });
  await sessions.delete(stranger, 'talk');
  expect(await sessions.messages(owner, 'talk')).toEqual([message]);
}

async function filesApart({ files }: Stores, owner: string, stranger: string): Promise<void> {
  const file = await files.put(owner, flow, textFile, upload('private'), manyBytes);
  expect(await files.read(stranger, flow, file.file)).toBeUndefined();
  expect(await files.list(stranger, flow)).toEqual([]);
  await expectProblem(files.hold(stranger, flow, file), 'file-not-found');
  await files.release(stranger, flow);
  await files.put(stranger, flow, textFile, upload('private'), manyBytes);
  await files.release(stranger, flow);
  expect(await files.collect(stranger, { uploadsBefore: Number.MAX_SAFE_INTEGER })).toBe(1);
  expect(await files.read(owner, flow, file.file)).toEqual(Buffer.from('private'));
}

async function knowledgeApart({ knowledge }: Stores, owner: string, stranger: string): Promise<void> {
  const heard: unknown[] = [];
  const leave = knowledge.watch(stranger, (id) => heard.push(id));
  const { id, revision } = await knowledge.create(owner, handbook);
  const { source, path } = await knowledge.put(owner, id, 'a.txt', upload('private'), { maxBytes: manyBytes });
  expect(await knowledge.list(stranger)).toEqual([]);
  expect(await knowledge.get(stranger, id)).toBeUndefined();
  await expectProblem(knowledge.sources(stranger, id), 'knowledge-not-found');
  await expectProblem(knowledge.save(stranger, id, handbook, revision), 'knowledge-not-found');
  await expectProblem(
    knowledge.put(stranger, id, 'a.txt', upload('stolen'), { maxBytes: manyBytes }),
    'knowledge-not-found',
  );
  await expectProblem(knowledge.remove(stranger, id, source), 'knowledge-not-found');
  await expectProblem(knowledge.delete(stranger, id), 'knowledge-not-found');
  expect(heard).toEqual([]);
  leave();
  expect((await knowledge.create(stranger, handbook)).id).toBe(id);
  expect(await knowledge.sources(stranger, id)).toEqual([]);
  await knowledge.delete(stranger, id);
  expect(await readFile(path, 'utf8')).toBe('private');
}

async function secretsApart({ secrets, preferences }: Stores, owner: string, stranger: string): Promise<void> {
  await secrets.set(owner, 'key', 'private', ['https://a.example']);
  await preferences.set(owner, 'model', 'private');
  expect(await secrets.list(stranger)).toEqual([]);
  expect(await secrets.reveal(stranger, 'key')).toBeUndefined();
  expect(await preferences.get(stranger, 'model')).toBeUndefined();
  expect((await preferences.list(stranger, '')).size).toBe(0);
  await secrets.set(stranger, 'key', 'own', []);
  await secrets.delete(stranger, 'key');
  await preferences.set(stranger, 'model', 'own');
  await preferences.delete(stranger, 'model');
  expect(await secrets.reveal(owner, 'key')).toEqual({ text: 'private', origins: ['https://a.example'] });
  expect(await preferences.get(owner, 'model')).toBe('private');
}
