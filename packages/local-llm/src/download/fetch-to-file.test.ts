import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serveBytes, serveText, startFileServer, type Answer, type FileServer } from '../testing/file-server.ts';
import { loopbackFetch } from '../testing/loopback-fetch.ts';
import { factOf, smallModelBytes } from '../testing/small-model.ts';
import { fetchToFile, type FetchToFileOptions } from './fetch-to-file.ts';

const bytes = smallModelBytes;
let server: FileServer;
let path: string;
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'jacquard-fetch-')), 'file.part');
});
afterEach(() => server.close());

async function download(answer: Answer, options: Partial<FetchToFileOptions> = {}): Promise<Buffer> {
  server = await startFileServer({ '/file': answer });
  const url = `${server.url}/file`;
  const signal = AbortSignal.timeout(5000);
  const report = (): void => undefined;
  await fetchToFile({
    fetch: loopbackFetch,
    url,
    path,
    expected: factOf(bytes),
    signal,
    report,
    retryAfter: 1,
    ...options,
  });
  return readFile(path);
}

test('a file is fetched whole, and progress ends at its size', async () => {
  const reported: number[] = [];
  expect(await download(serveBytes(bytes), { report: (done) => reported.push(done) })).toEqual(bytes);
  expect(reported[0]).toBe(0);
  expect(reported.at(-1)).toBe(bytes.length);
});

test('what is there already is not fetched again', async () => {
  await writeFile(path, bytes.subarray(0, 1000));
  expect(await download(serveBytes(bytes))).toEqual(bytes);
  expect(server.asked).toEqual(['/file bytes=1000-']);
});

test('after a cut the rest is fetched, until it is whole', async () => {
  let cuts = 3;
  const cutAfter = (): number | undefined => (cuts-- > 0 ? 2000 : undefined);
  expect(await download(serveBytes(bytes, { cutAfter }))).toEqual(bytes);
  expect(server.asked.slice(1)).toEqual(['/file bytes=2000-', '/file bytes=4000-', '/file bytes=6000-']);
});

test('a connection that never brings anything more is given up, and what came stays', async () => {
  let isFirst = true;
  const answer = serveBytes(bytes, { cutAfter: () => (isFirst ? 1000 : 0) });
  const downloading = download((request, response) => {
    answer(request, response);
    isFirst = false;
  });
  await expect(downloading).rejects.toMatchObject({ code: 'model-download-cut' });
  expect((await readFile(path)).length).toBe(1000);
});

test('a connection that stalls counts as cut', async () => {
  let isFirst = true;
  const whole = serveBytes(bytes);
  const stalling: Answer = (request, response) => {
    if (!isFirst) return whole(request, response);
    isFirst = false;
    return void response.writeHead(200, { 'content-length': bytes.length }).write(bytes.subarray(0, 500));
  };
  expect(await download(stalling, { stallAfter: 50 })).toEqual(bytes);
});

test('a server that knows no ranges sends the file anew', async () => {
  await writeFile(path, 'something else entirely');
  const ignoring: Answer = (_request, response) => {
    response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
  };
  expect(await download(ignoring)).toEqual(bytes);
});

test('a wrong beginning is found by the checksum and fetched once more from nothing', async () => {
  await writeFile(path, Buffer.alloc(1000));
  expect(await download(serveBytes(bytes))).toEqual(bytes);
  expect(server.asked).toEqual(['/file bytes=1000-', '/file']);
});

test('a file with a wrong checksum is refused and not kept', async () => {
  const other = Buffer.from(bytes);
  other[5] = 0;
  await expect(download(serveBytes(other))).rejects.toMatchObject({ code: 'model-checksum-wrong' });
  await expect(readFile(path)).rejects.toThrow('ENOENT');
});

test("a network's sign-in page and an error are no file", async () => {
  await expect(download(serveText('<html>', { 'content-type': 'text/html' }))).rejects.toMatchObject({
    code: 'model-source-refused',
  });
  await server.close();
  await expect(download((_request, response) => void response.writeHead(503).end())).rejects.toMatchObject({
    code: 'model-source-refused',
    params: { status: 503 },
  });
});

test('redirects are followed', async () => {
  const target = await startFileServer({ '/there': serveBytes(bytes) });
  const redirect: Answer = (_request, response) => {
    response.writeHead(302, { location: `${target.url}/there` }).end();
  };
  expect(await download(redirect)).toEqual(bytes);
  await target.close();
});

test('an abort stops it with its reason and keeps what came', async () => {
  const controller = new AbortController();
  const stalling: Answer = (_request, response) => {
    response.writeHead(200, { 'content-length': bytes.length }).write(bytes.subarray(0, 500));
  };
  const report = (done: number): void => {
    if (done >= 500) controller.abort(new Error('enough'));
  };
  await expect(download(stalling, { signal: controller.signal, report })).rejects.toThrow('enough');
  expect((await readFile(path)).length).toBe(500);
});
