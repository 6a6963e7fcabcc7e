import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openStores } from '../open-stores.ts';
import { expectProblem, manyBytes, upload } from '../testing/conformance/behaviour.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const soon = { timeout: 5_000, interval: 10 };

/** A project folder with a base `handbook` of three documents. */
async function openProject(sources: readonly string[] = ['library/*']) {
  const [home, folder] = [temporaryFolder(), temporaryFolder()];
  mkdirSync(join(folder, 'library/old'), { recursive: true });
  for (const name of ['a.txt', 'b.txt', 'old/c.txt']) writeFileSync(join(folder, 'library', name), name);
  const text = `${JSON.stringify({ 'jacquard-knowledge': 1, name: 'Handbook', sources }, undefined, 2)}\n`;
  writeFileSync(join(folder, 'handbook.knowledge.json'), text);
  const stores = await openStores({ home, projectFolder: folder });
  const { knowledge } = stores;
  const list = async () => (await knowledge.sources('main', 'handbook')).map(({ source }) => source);
  return { stores, knowledge, home, folder, text, list };
}

test('a file in file form that is opened and saved changes no byte', async () => {
  const { stores, knowledge, folder, text } = await openProject();
  const base = await knowledge.get('main', 'handbook');
  await knowledge.save('main', 'handbook', base?.document ?? { 'jacquard-knowledge': 1, sources: [] }, '*');
  expect(readFileSync(join(folder, 'handbook.knowledge.json'), 'utf8')).toBe(text);
  await stores.close();
});

test('keys are written in the order of the schema', async () => {
  const { stores, knowledge, folder } = await openProject();
  const embeddings = { model: 'm', url: 'https://e.example/v1', secret: 'key' };
  const document = { embeddings, passages: { overlap: 100, size: 800 }, sources: ['x/*'], name: 'N' };
  await knowledge.save('main', 'handbook', { ...document, 'jacquard-knowledge': 1 }, '*');
  const written = readFileSync(join(folder, 'handbook.knowledge.json'), 'utf8');
  expect(written.match(/"[\w-]+"(?=:)/g)?.map((key) => key.slice(1, -1))).toEqual(
    'jacquard-knowledge name sources passages size overlap embeddings url model secret'.split(' '),
  );
  await stores.close();
});

test('names the documents that its patterns match, and nothing of Jacquard', async () => {
  const { stores, folder, list } = await openProject(['**']);
  writeFileSync(join(folder, 'flow.flow.json'), '{}');
  mkdirSync(join(folder, 'node_modules'));
  writeFileSync(join(folder, 'node_modules', 'x.txt'), 'x');
  writeFileSync(join(folder, '.env'), 'secret');
  expect(await list()).toEqual(['library/a.txt', 'library/b.txt', 'library/old/c.txt']);
  await stores.close();
});

test('follows no link out of the folder, neither when reading nor when writing', async () => {
  const { stores, knowledge, folder, home, list } = await openProject(['library/**', 'out/**']);
  writeFileSync(join(home, 'private.txt'), 'private');
  symlinkSync(join(home, 'private.txt'), join(folder, 'library', 'leak.txt'));
  symlinkSync(home, join(folder, 'library', 'home'));
  symlinkSync(home, join(folder, 'out'));
  symlinkSync(join(folder, 'library', 'a.txt'), join(folder, 'library', 'z.txt'));
  expect(await list()).toEqual(['library/a.txt', 'library/b.txt', 'library/old/c.txt', 'library/z.txt']);
  const before = readdirSync(home);
  for (const path of ['home/x.txt', 'home/deeper/x.txt'])
    await expectProblem(
      knowledge.put('main', 'handbook', path, upload('text'), { maxBytes: manyBytes }),
      'knowledge-file-outside',
    );
  expect(readdirSync(home)).toEqual(before);
  await knowledge.put('main', 'handbook', 'leak.txt', upload('own'), { maxBytes: manyBytes });
  expect(readFileSync(join(home, 'private.txt'), 'utf8')).toBe('private');
  await knowledge.remove('main', 'handbook', 'library/z.txt');
  expect(readFileSync(join(folder, 'library', 'a.txt'), 'utf8')).toBe('a.txt');
  await stores.close();
});

test('puts documents where the patterns take them, or says that they do not', async () => {
  const { stores, knowledge, list } = await openProject(['library/*.txt']);
  await knowledge.put('main', 'handbook', 'deep/er/d.txt', upload('text'), { maxBytes: manyBytes });
  expect(await list()).toEqual(['library/a.txt', 'library/b.txt', 'library/deep - er - d.txt']);
  const refused = knowledge.put('main', 'handbook', 'd.pdf', upload('text'), { maxBytes: manyBytes });
  await expect(refused).rejects.toMatchObject({
    code: 'knowledge-file-unmatched',
    params: { file: 'd.pdf', patterns: ['library/*.txt'] },
  });
  await stores.close();
});

test('replaces a document at its own path, wherever new ones go', async () => {
  const { stores, knowledge, folder, list } = await openProject(['library/*', 'library/old/*']);
  const { source } = await knowledge.put('main', 'handbook', 'library/old/c.txt', upload('newer'), {
    maxBytes: manyBytes,
  });
  expect(source).toBe('library/old/c.txt');
  expect(readFileSync(join(folder, 'library', 'old', 'c.txt'), 'utf8')).toBe('newer');
  expect(await list()).toEqual(['library/a.txt', 'library/b.txt', 'library/old/c.txt']);
  await stores.close();
});

test('a file that was changed outside counts as imported, also once it is saved here', async () => {
  const { stores, knowledge, folder, text } = await openProject();
  const { id } = await knowledge.create('main', { 'jacquard-knowledge': 1, name: 'Mine', sources: [] });
  const isImported = async (base: string) => (await knowledge.get('main', base))?.imported;
  expect([await isImported('handbook'), await isImported(id)]).toEqual([true, false]);
  writeFileSync(join(folder, `${id}.knowledge.json`), text);
  expect(await isImported(id)).toBe(true);
  await knowledge.save('main', id, { 'jacquard-knowledge': 1, sources: ['x/*'] }, '*');
  expect(await isImported(id)).toBe(true);
  await stores.close();
});

test('a deleted base of a project folder leaves its documents', async () => {
  const { stores, knowledge, folder } = await openProject();
  await knowledge.delete('main', 'handbook');
  expect(readdirSync(folder)).toEqual(['library']);
  expect(readdirSync(join(folder, 'library'))).toEqual(['a.txt', 'b.txt', 'old']);
  await stores.close();
});

test('a base of the home has the documents of its own folder alone', async () => {
  const home = temporaryFolder();
  const stores = await openStores({ home });
  const { knowledge } = stores;
  await knowledge.create('main', { 'jacquard-knowledge': 1, name: 'Mine', sources: [] });
  const { path } = await knowledge.put('main', 'mine', 'a.txt', upload('mine'), { maxBytes: manyBytes });
  await knowledge.create('main', { 'jacquard-knowledge': 1, name: 'Thief', sources: ['mine/**', '**', 'thief/**'] });
  expect(await knowledge.sources('main', 'thief')).toEqual([]);
  await expectProblem(knowledge.remove('main', 'thief', 'mine/a.txt'), 'file-not-found');
  await knowledge.delete('main', 'thief');
  expect(await readFile(path, 'utf8')).toBe('mine');
  await knowledge.delete('main', 'mine');
  expect(readdirSync(join(home, 'knowledge/main'))).toEqual([]);
  await stores.close();
});

const brokenFiles: readonly (readonly [text: string, code: string, params: object])[] = [
  ['{\n  "jacquard-knowledge": 1,\n', 'knowledge-file-not-json', { line: 3 }],
  ['{"jacquard-knowledge": 2, "sources": []}', 'knowledge-file-invalid', { field: 'jacquard-knowledge' }],
  ['{"jacquard-knowledge": 1, "sources": ["../*"]}', 'knowledge-file-invalid', { field: 'sources.0' }],
  ['{"jacquard-knowledge": 1, "sources": ["/etc/*"]}', 'knowledge-file-invalid', { field: 'sources.0' }],
  ['{"jacquard-knowledge": 1, "sources": ["a/.ssh/*"]}', 'knowledge-file-invalid', { field: 'sources.0' }],
  ['{"jacquard-knowledge": 1, "sources": [], "more": 1}', 'knowledge-file-invalid', { field: 'more' }],
  [' '.repeat(1_100_000), 'knowledge-file-too-large', {}],
];

test.for(brokenFiles)('lists a broken file with its reason: %s', async ([text, code, params]) => {
  const { stores, knowledge, folder } = await openProject();
  const file = 'broken.knowledge.json';
  writeFileSync(join(folder, file), text);
  const broken = (await knowledge.list('main')).find(({ id }) => id === 'broken');
  expect(broken).toMatchObject({ broken: { code, params: { file, ...params } }, document: { sources: [] } });
  await expectProblem(knowledge.sources('main', 'broken'), code);
  await expectProblem(knowledge.put('main', 'broken', 'a.txt', upload('text'), { maxBytes: manyBytes }), code);
  await expectProblem(
    knowledge.save('main', 'broken', { 'jacquard-knowledge': 1, sources: [] }, broken?.revision ?? ''),
    code,
  );
  await knowledge.save('main', 'broken', { 'jacquard-knowledge': 1, sources: [] }, '*');
  expect((await knowledge.get('main', 'broken'))?.broken).toBeUndefined();
  await stores.close();
});

test('puts nothing in the place of what is no document of the base', async () => {
  const { stores, knowledge, folder } = await openProject(['**']);
  mkdirSync(join(folder, 'node_modules'));
  writeFileSync(join(folder, 'node_modules/x.js'), 'theirs');
  mkdirSync(join(folder, 'folder.txt'));
  const put = (path: string) => knowledge.put('main', 'handbook', path, upload('mine'), { maxBytes: manyBytes });
  await expectProblem(put('folder.txt'), 'knowledge-file-unmatched');
  expect((await put('node_modules/x.js')).source).toBe('_node_modules/x.js');
  expect(readFileSync(join(folder, 'node_modules/x.js'), 'utf8')).toBe('theirs');
  await stores.close();
});

test('of a link the link is deleted, in whichever form of Unicode its name is held', async () => {
  const { stores, knowledge, folder, list } = await openProject();
  const [held, source] = ['été.txt'.normalize('NFD'), `library/${'été.txt'.normalize('NFC')}`];
  symlinkSync('old/c.txt', join(folder, 'library', held));
  expect(await list()).toContain(source);
  await knowledge.remove('main', 'handbook', source);
  expect(await list()).not.toContain(source);
  expect(readFileSync(join(folder, 'library/old/c.txt'), 'utf8')).toBe('old/c.txt');
  await stores.close();
});

test('lists what is named like a base and is none', async () => {
  const { stores, knowledge, folder, home } = await openProject();
  mkdirSync(join(folder, 'folder.knowledge.json'));
  writeFileSync(join(folder, 'No Id.knowledge.json'), '{}');
  writeFileSync(join(home, 'x.json'), '{"jacquard-knowledge": 1, "sources": []}');
  symlinkSync(join(home, 'x.json'), join(folder, 'out.knowledge.json'));
  const codes = (await knowledge.list('main')).map(({ id, broken }) => `${id} ${broken?.code ?? 'fine'}`);
  expect(codes).toEqual([
    'No Id knowledge-file-name',
    'folder knowledge-file-not-a-file',
    'handbook fine',
    'out knowledge-file-outside',
  ]);
  await stores.close();
});

test('tells of what others change: the file, a document in a folder below, and its removal', async () => {
  const { stores, knowledge, folder, text } = await openProject(['library/**']);
  const heard: string[] = [];
  knowledge.watch('main', (id) => heard.push(id));
  await new Promise((resolve) => setTimeout(resolve, 100));
  const changes = [
    () => writeFileSync(join(folder, 'library/old/c.txt'), 'changed'),
    () => rmSync(join(folder, 'library/old/c.txt')),
    () => writeFileSync(join(folder, 'handbook.knowledge.json'), text.replace('Handbook', 'Other')),
    () => rmSync(join(folder, 'handbook.knowledge.json')),
  ];
  for (const change of changes) {
    heard.length = 0;
    change();
    await vi.waitFor(() => expect(heard).toEqual(['handbook']), soon);
  }
  await stores.close();
});
