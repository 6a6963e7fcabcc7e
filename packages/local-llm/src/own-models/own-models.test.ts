import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLocalModels, type LocalModels } from '../local-models.ts';
import { startFileServer, type FileServer } from '../testing/file-server.ts';
import { serveRange, startHubServer, type HubServer } from '../testing/hub-server.ts';
import { loopbackFetch } from '../testing/loopback-fetch.ts';
import { madeChatModel, type MadeModelOptions } from '../testing/made-model.ts';
import { ggufHead, writeGguf } from '../testing/write-gguf.ts';

vi.setConfig({ testTimeout: 60_000 }); // processes start slowly where other tests run beside them
const log = { info: () => undefined, warn: () => undefined };
let folder: string;
let models: LocalModels;
let hub: HubServer;
let server: FileServer | undefined;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'jacquard-own-')), 'models');
  hub = await startHubServer({
    'me/tiny-GGUF': { 'tiny-Q8_0.gguf': await made({ packing: 'q8_0' }), 'tiny-F16.gguf': await made({}) },
    'me/odd-GGUF': { 'odd-Q8_0.gguf': await made({ architecture: 'sorcery' }) },
  });
  models = createLocalModels({ folder, fetch: loopbackFetch, environment: { HF_ENDPOINT: hub.url }, log });
});
afterEach(async () => {
  await models.close();
  await hub.close();
  await server?.close();
  server = undefined;
});

async function made(options: MadeModelOptions): Promise<Buffer> {
  const path = join(await mkdtemp(join(tmpdir(), 'jacquard-made-')), 'x.gguf');
  await writeGguf(path, madeChatModel({ name: 'Tiny', ...options }));
  return readFile(path);
}
const stateOf = async (id: string): Promise<unknown> => (await models.list()).find((model) => model.id === id);

test('a model of a repository is looked at, added, fetched, listed with its source, and removed', async () => {
  const preview = await models.preview('hf:me/tiny-GGUF');
  expect(preview).toMatchObject({
    source: 'hf:me/tiny-GGUF/tiny-Q8_0.gguf',
    name: 'Tiny',
    kind: 'chat',
    architecture: 'llama',
    hasChatTemplate: true,
    hasChecksum: true,
    quantisation: 'Q8_0',
    memory: expect.any(Number),
  });
  expect(preview.choices.map(({ quantisation }) => quantisation)).toEqual(['Q8_0', 'F16']);
  expect(await readdir(folder).catch(() => [])).toEqual([]);
  const id = await models.add(preview.choices[1]?.source ?? '');
  expect(await stateOf(id)).toMatchObject({
    id: 'tiny-f16',
    state: 'absent',
    addedFrom: 'hf:me/tiny-GGUF/tiny-F16.gguf',
  });
  await models.install(id);
  expect(await stateOf(id)).toMatchObject({ state: 'installed', name: 'Tiny', quantisation: 'F16', kind: 'chat' });
  expect((await models.preview('hf:me/tiny-GGUF:F16')).existing).toBe(id);
  const other = await models.add('hf:me/tiny-GGUF:Q8_0');
  expect(await stateOf(other)).toMatchObject({ name: 'Tiny (Q8_0)', state: 'absent' });
  expect((await models.identify(id)).sha256).toMatch(/^[0-9a-f]{64}$/);
  await models.remove(id);
  expect(await stateOf(id)).toBeUndefined();
});

test('only the beginning is fetched for a look', async () => {
  server = await startFileServer({ '/large.gguf': serveRange(await made({ layers: 12, packing: 'f32' })) });
  expect(await models.preview(`${server.url}/large.gguf`)).toMatchObject({ name: 'Tiny', hasChecksum: false });
  expect(server.asked).toEqual(['/large.gguf bytes=0-0', '/large.gguf bytes=0-1048575']);
});

test('a head that is longer than the first piece is fetched on; one without end is given up', async () => {
  const endless = Buffer.concat([ggufHead(madeChatModel({ vocabularySize: 60_000 })), Buffer.alloc(100)]);
  server = await startFileServer({
    '/long.gguf': serveRange(await made({ vocabularySize: 60_000 })),
    '/cut.gguf': serveRange(endless.subarray(0, 1_200_000)),
  });
  expect(await models.preview(`${server.url}/long.gguf`)).toMatchObject({ name: 'Tiny' });
  expect(server.asked.slice(1)).toEqual(['/long.gguf bytes=0-1048575', '/long.gguf bytes=1048576-4194303']);
  await expect(models.preview(`${server.url}/cut.gguf`)).rejects.toMatchObject({ code: 'model-file-cut' });
});

test('a model that the engine doesn’t know is told before it is fetched, and not added', async () => {
  const refusal = { code: 'model-architecture-unknown', params: { architecture: 'sorcery' } };
  expect((await models.preview('hf:me/odd-GGUF')).refusal).toMatchObject(refusal);
  await expect(models.add('hf:me/odd-GGUF')).rejects.toMatchObject(refusal);
});

test('what isn’t offered says what is; a page is no model', async () => {
  await expect(models.preview('hf:me/tiny-GGUF:Q2_K')).rejects.toMatchObject({
    code: 'model-quantisation-unknown',
    params: { wanted: 'Q2_K', offers: 'Q8_0, F16' },
  });
  server = await startFileServer({ '/page.gguf': serveRange(Buffer.from('<html>A page that says nothing</html>')) });
  await expect(models.preview(`${server.url}/page.gguf`)).rejects.toMatchObject({ code: 'model-file-broken' });
});

test('a file of this machine is copied, and one in several parts with all of them', async () => {
  const beside = await mkdtemp(join(tmpdir(), 'jacquard-file-'));
  const path = join(beside, 'Mine.gguf');
  await writeGguf(path, madeChatModel({ name: 'Mine' }));
  await expect(models.preview(path)).rejects.toMatchObject({ code: 'model-address-unclear' });
  const id = await models.add(path, { mayBeFile: true });
  await models.install(id);
  expect(await stateOf(id)).toMatchObject({ id: 'mine', name: 'Mine', state: 'installed', addedFrom: 'Mine.gguf' });
  await expect(models.preview(join(folder, 'mine.gguf'), { mayBeFile: true })).rejects.toMatchObject({
    code: 'model-file-listed',
  });
  const part = join(beside, 'two-00001-of-00002.gguf');
  await writeGguf(part, madeChatModel({ name: 'Two' }));
  await expect(models.add(part, { mayBeFile: true })).rejects.toMatchObject({ code: 'model-part-missing' });
});
