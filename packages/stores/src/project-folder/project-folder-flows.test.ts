import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { serialiseFlow } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { openStores } from '../open-stores.ts';
import { expectProblem, flowDocument } from '../testing/conformance/behaviour.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

async function openProject() {
  const home = temporaryFolder();
  const folder = temporaryFolder();
  const stores = await openStores({ home, projectFolder: folder });
  const path = (id: string): string => join(folder, `${id}.flow.json`);
  return { stores, flows: stores.flows, home, folder, path };
}

test('keeps a flow as a file in file form, and nothing else in the folder', async () => {
  const { stores, flows, folder, path } = await openProject();
  const { revision } = await flows.create('main', flowDocument('Flow', 'a\nb'), { id: 'flow' });
  expect(readFileSync(path('flow'), 'utf8')).toBe(serialiseFlow(flowDocument('Flow', 'a\nb')));
  await flows.save('main', 'flow', flowDocument('Flow', 'a\nc'), revision);
  expect(readFileSync(path('flow'), 'utf8')).toBe(serialiseFlow(flowDocument('Flow', 'a\nc')));
  expect(readdirSync(folder)).toEqual(['flow.flow.json']);
  await stores.close();
});

test('an edit of a prompt is one line of a diff', async () => {
  const { stores, flows, folder } = await openProject();
  const git = (...parameters: string[]): string =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...parameters], {
      cwd: folder,
      encoding: 'utf8',
    });
  const { id, revision } = await flows.create('main', flowDocument('Flow', 'one\ntwo\nthree'));
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'start');
  await flows.save('main', id, flowDocument('Flow', 'one\n2\nthree'), revision);
  expect(git('diff', '--numstat').split('\t').slice(0, 2)).toEqual(['1', '1']);
  git('checkout', '-q', '.');
  expect(await flows.get('main', id)).toMatchObject({ revision });
  await stores.close();
});

test('counts as imported what Jacquard did not write as it stands, also once it is saved', async () => {
  const { stores, flows, path } = await openProject();
  writeFileSync(path('found'), serialiseFlow(flowDocument('Found')));
  expect(await flows.get('main', 'found')).toMatchObject({ imported: true });
  const own = await flows.create('main', flowDocument('Own'), { id: 'own' });
  expect(await flows.get('main', 'own')).toMatchObject({ imported: false });
  writeFileSync(path('own'), serialiseFlow(flowDocument('Own', 'edited outside')));
  const changed = await flows.get('main', 'own');
  expect(changed).toMatchObject({ imported: true, document: flowDocument('Own', 'edited outside') });
  await expectProblem(flows.save('main', 'own', flowDocument('Own', 'mine'), own.revision), 'flow-changed');
  const saved = await flows.save('main', 'own', flowDocument('Own', 'merged'), changed?.revision ?? '');
  expect(saved).toMatchObject({ imported: true });
  await stores.close();
});

test('says when a save would reformat the file, and keeps its permissions', async () => {
  const { stores, flows, path } = await openProject();
  writeFileSync(path('tight'), JSON.stringify(flowDocument('Tight')));
  chmodSync(path('tight'), 0o640);
  const found = await flows.get('main', 'tight');
  expect(found).toMatchObject({ reformats: true, document: flowDocument('Tight') });
  const saved = await flows.save('main', 'tight', flowDocument('Tight', 'x'), found?.revision ?? '');
  expect(saved).toMatchObject({ reformats: false });
  expect(statSync(path('tight')).mode & 0o777).toBe(0o640);
  await stores.close();
});

const conflict = '{\n<<<<<<< HEAD\n  "jacquard": 1\n=======\n  "jacquard": 1,\n>>>>>>> other\n}\n';

test.for([
  ['no JSON', '{ "jacquard": 1,', 'flow-not-json'],
  ['a conflict', conflict, 'flow-file-conflict'],
  ['another shape', '[]', 'flow-not-an-object'],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00]), 'flow-file-not-text'],
] as const)('lists a file with %s as broken, and never saves over it by accident', async ([, bytes, code]) => {
  const { stores, flows, path } = await openProject();
  const { revision } = await flows.create('main', flowDocument('Flow', 'good'), { id: 'flow' });
  writeFileSync(path('flow'), bytes);
  expect(await flows.list('main')).toMatchObject([{ id: 'flow', name: 'flow', broken: true, nodeCount: 0 }]);
  const broken = await flows.get('main', 'flow');
  expect(broken).toMatchObject({
    document: flowDocument('Flow', 'good'),
    broken: { code, params: { file: 'flow.flow.json' } },
  });
  await expectProblem(flows.save('main', 'flow', flowDocument('Flow', 'x'), revision), 'flow-changed');
  await expectProblem(flows.save('main', 'flow', flowDocument('Flow', 'x'), broken?.revision ?? ''), 'flow-broken');
  expect(readFileSync(path('flow'))).toEqual(Buffer.from(bytes));
  await flows.save('main', 'flow', flowDocument('Flow', 'on purpose'), '*');
  expect(await flows.get('main', 'flow')).toMatchObject({ document: flowDocument('Flow', 'on purpose') });
  await stores.close();
});

test('says where a conflict begins', async () => {
  const { stores, flows, path } = await openProject();
  writeFileSync(path('flow'), conflict);
  expect(await flows.get('main', 'flow')).toMatchObject({
    broken: { code: 'flow-file-conflict', params: { file: 'flow.flow.json', line: 2 } },
    document: { nodes: {} },
  });
  await stores.close();
});

test('follows a link within the folder and none that leads out of it', async () => {
  const { stores, flows, folder, home, path } = await openProject();
  const outside = join(home, 'outside.flow.json');
  writeFileSync(outside, serialiseFlow(flowDocument('Outside')));
  mkdirSync(join(folder, 'kept'));
  writeFileSync(join(folder, 'kept', 'real.json'), serialiseFlow(flowDocument('Inside')));
  symlinkSync(outside, path('out'));
  symlinkSync(join(folder, 'kept', 'real.json'), path('in'));
  symlinkSync(join(folder, 'nowhere'), path('dangling'));
  expect(await flows.get('main', 'out')).toMatchObject({
    broken: { code: 'flow-file-outside' },
    document: { nodes: {} },
  });
  expect(await flows.get('main', 'dangling')).toMatchObject({ broken: { code: 'flow-file-unreadable' } });
  await expectProblem(flows.save('main', 'out', flowDocument('Evil'), '*'), 'flow-broken');
  expect(readFileSync(outside, 'utf8')).toBe(serialiseFlow(flowDocument('Outside')));
  await flows.save('main', 'in', flowDocument('Edited'), '*');
  expect(readFileSync(join(folder, 'kept', 'real.json'), 'utf8')).toBe(serialiseFlow(flowDocument('Edited')));
  await flows.delete('main', 'out', '*');
  expect(readFileSync(outside, 'utf8')).toBe(serialiseFlow(flowDocument('Outside')));
  await stores.close();
});

test('lists what is named like a flow and is none', async () => {
  const { stores, flows, folder, path } = await openProject();
  mkdirSync(path('folder'));
  writeFileSync(path('a@b'), serialiseFlow(flowDocument('At')));
  const socket = createServer().listen(path('socket'));
  await once(socket, 'listening');
  writeFileSync(join(folder, '.hidden.flow.json'), '{}');
  const reasons = await Promise.all(
    (await flows.list('main')).map(async ({ id }) => `${id} ${(await flows.get('main', id))?.broken?.code}`),
  );
  expect(reasons.sort()).toEqual(['a@b flow-file-name', 'folder flow-file-not-a-file', 'socket flow-file-not-a-file']);
  await expectProblem(flows.save('main', 'a@b', flowDocument('X'), '*'), 'flow-name-unusable');
  socket.close();
  await stores.close();
});

test('gives a new flow no name that a file has, whatever that file holds', async () => {
  const { stores, flows, path } = await openProject();
  writeFileSync(path('flow'), 'not a flow');
  expect(await flows.create('main', flowDocument('Flow'))).toMatchObject({ id: 'flow-2' });
  await expectProblem(flows.create('main', flowDocument('Flow'), { id: 'flow' }), 'flow-exists');
  expect(readFileSync(path('flow'), 'utf8')).toBe('not a flow');
  await stores.close();
});

test('notices a file that was replaced by one of the same size and time', async () => {
  const { stores, flows, path, folder } = await openProject();
  const { revision } = await flows.create('main', flowDocument('Flow', 'aaaa'), { id: 'flow' });
  writeFileSync(join(folder, 'other'), serialiseFlow(flowDocument('Flow', 'bbbb')));
  renameSync(join(folder, 'other'), path('flow'));
  expect(await flows.get('main', 'flow')).toMatchObject({ document: flowDocument('Flow', 'bbbb') });
  await expectProblem(flows.save('main', 'flow', flowDocument('Flow', 'cccc'), revision), 'flow-changed');
  await stores.close();
});

test('says that the folder is not there, and when it has gone', async () => {
  await expectProblem(
    openStores({ home: temporaryFolder(), projectFolder: '/nowhere/at/all' }),
    'project-folder-not-found',
  );
  const { stores, flows, folder } = await openProject();
  rmSync(folder, { recursive: true });
  await expect(flows.list('main')).rejects.toMatchObject({ name: 'Problem', params: { file: folder } });
  await expect(flows.create('main', flowDocument('Flow'))).rejects.toMatchObject({ name: 'Problem' });
  await stores.close();
});
