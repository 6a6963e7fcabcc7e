import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openStores } from './open-stores.ts';
import { flowDocument, numbered, startRun, stepEnd } from './testing/conformance/behaviour.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

/** Another process that saves the flow `shared` as often as it is told to, and answers how often it won. */
function startWriter(home: string, projectFolder: string | undefined): ChildProcess {
  const writer = fork(new URL('./testing/flow-writer.ts', import.meta.url), [home, projectFolder ?? '']);
  onTestFinished(() => void writer.kill());
  return writer;
}

async function answerOf(writer: ChildProcess): Promise<unknown> {
  const [answer] = await once(writer, 'message');
  return answer as unknown;
}

test.for([false, true])(
  'never loses a save to another process (project folder: %s)',
  { timeout: 30_000 },
  async (hasFolder) => {
    const home = temporaryFolder();
    const projectFolder = hasFolder ? temporaryFolder() : undefined;
    const stores = await openStores(projectFolder === undefined ? { home } : { home, projectFolder });
    await stores.flows.create('main', flowDocument('Shared', '0'), { id: 'shared' });
    const writers = [startWriter(home, projectFolder), startWriter(home, projectFolder)];
    for (const writer of writers) expect(await answerOf(writer)).toBe('ready');
    const saves = 12;
    const wins = writers.map(async (writer) => {
      writer.send(saves);
      return Number(await answerOf(writer));
    });
    expect(await Promise.all(wins)).toEqual([saves, saves]);
    const flow = await stores.flows.get('main', 'shared');
    expect(flow?.document.nodes['prompt']?.inputs?.['template']).toBe(String(2 * saves));
    expect(flow).toMatchObject({ imported: false });
    await stores.close();
  },
);

test('waits for another process that holds the database, and says so when it takes too long', async () => {
  const home = temporaryFolder();
  const stores = await openStores({ home, patience: 60 });
  await startRun(stores, 'main', 'run');
  const other = new DatabaseSync(join(home, 'jacquard.db'));
  other.exec('begin immediate');
  const batch = { runId: 'run', owner: 'owner', events: numbered([stepEnd('chat', 'x')], 2) };
  await expect(stores.runs.append('main', batch)).rejects.toMatchObject({
    code: 'store-locked',
    kind: 'operational',
    params: { file: join(home, 'jacquard.db') },
  });
  expect(await stores.runs.get('main', 'run')).toMatchObject({ lastSeq: 1 });
  const late = stores.runs.append('main', batch);
  setTimeout(() => other.exec('rollback'), 20);
  await late;
  expect(await stores.runs.get('main', 'run')).toMatchObject({ lastSeq: 2 });
  other.close();
  await stores.close();
});

test('a key that another process revokes is revoked at once', async () => {
  const home = temporaryFolder();
  const [stores, other] = [await openStores({ home }), await openStores({ home })];
  const { keys } = stores.access;
  const limits = { period: 'day' } as const;
  await keys.add('main', 'hash', { id: 'a', name: 'A', actions: ['call'], flows: 'all', limits, createdAt: 1 });
  expect(await keys.find('main', 'hash')).toMatchObject({ id: 'a', revokedAt: undefined });
  await other.access.keys.revoke('main', 'a', 5);
  expect(await keys.find('main', 'hash')).toMatchObject({ revokedAt: 5 });
  await Promise.all([stores.close(), other.close()]);
});

test('opens a new home from several sides at once', async () => {
  const home = temporaryFolder();
  const all = await Promise.all([1, 2, 3].map(async () => await openStores({ home })));
  await Promise.all(
    all.map(async ({ secrets }, index) => await secrets.set('main', `key-${index}`, `text ${index}`, [])),
  );
  for (const { secrets } of all) {
    expect(await secrets.reveal('main', 'key-1')).toEqual({ text: 'text 1', origins: [] });
  }
  for (const stores of all) await stores.close();
});
