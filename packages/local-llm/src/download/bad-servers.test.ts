import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '@jacquard/flow';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FetchableModel } from '../fetchable-model.ts';
import { createKnownFiles } from '../known-files.ts';
import { startFileServer, type Answer, type FileServer } from '../testing/file-server.ts';
import { serveRange } from '../testing/hub-server.ts';
import { loopbackFetch } from '../testing/loopback-fetch.ts';
import { madeChatModel } from '../testing/made-model.ts';
import { factOf, smallModel } from '../testing/small-model.ts';
import { writeGguf } from '../testing/write-gguf.ts';
import { checkGgufHead } from '../gguf/check-gguf-head.ts';
import { createSources } from './create-sources.ts';
import { fetchToFile } from './fetch-to-file.ts';
import { createInstallations, type Installations } from './installations.ts';

const log = { info: () => undefined, warn: () => undefined };
let folder: string;
let bytes: Buffer;
let servers: FileServer[] = [];
let opened: Installations | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jacquard-bad-'));
  await writeGguf(join(folder, 'x'), madeChatModel({ layers: 1 }));
  bytes = await readFile(join(folder, 'x'));
  await rm(join(folder, 'x'));
});
afterEach(async () => {
  await opened?.close();
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

async function serve(answers: Record<string, Answer>): Promise<string> {
  const server = await startFileServer(answers);
  servers.push(server);
  return server.url;
}

/** Fetches the model whose address that is, as a person's own: without a checksum, unless the source states one. */
async function install(url: string): Promise<void> {
  const { size, sha256, wheel, huggingFace, ...about } = smallModel;
  void [size, sha256, wheel, huggingFace];
  const model: FetchableModel = { ...about, id: 'own', url };
  const { sourcesOf } = createSources({ fetch: loopbackFetch, environment: {} });
  const files = createKnownFiles(folder);
  const inspect = async (path: string): Promise<void> => {
    const { fileEnd } = checkGgufHead(path);
    if ((await readFile(path)).length < fileEnd) throw new Problem('model-file-cut', {});
  };
  const times = { stallAfter: 60, retryAfter: 1 };
  opened = createInstallations({ folder, fetch: loopbackFetch, log, files, sourcesOf, inspect, ...times });
  await opened.install(model);
}
const good = (): Promise<Buffer> => readFile(join(folder, 'own.gguf'));
const nothing = async (): Promise<void> => {
  expect((await readdir(folder)).filter((name) => name.endsWith('.gguf'))).toEqual([]);
};
/** Answers as told the first times, then well. */
const firstly = (times: number, bad: Answer): Answer => {
  let count = 0;
  // The first request of all only asks what the file is.
  return (request, response) => {
    const isProbe = request.headers.range === 'bytes=0-0';
    if (!isProbe) count += 1;
    (isProbe || count > times ? serveRange(bytes) : bad)(request, response);
  };
};

test('a server that cuts and stalls: the file comes whole', async () => {
  const cut: Answer = (_request, response) => {
    response
      .writeHead(200, { 'content-length': bytes.length })
      .write(bytes.subarray(0, 5000), () => response.destroy());
  };
  const stall: Answer = (_request, response) => {
    response.writeHead(200, { 'content-length': bytes.length }).write(bytes.subarray(0, 5000));
  };
  await install(`${await serve({ '/m.gguf': firstly(2, cut) })}/m.gguf`);
  expect(await good()).toEqual(bytes);
  await rm(join(folder, 'own.gguf'));
  await install(`${await serve({ '/m.gguf': firstly(2, stall) })}/m.gguf`);
  expect(await good()).toEqual(bytes);
});

test('a server that lies about the size, either way, is refused', async () => {
  const stated =
    (length: number, rest: Uint8Array): Answer =>
    (request, response) => {
      const range = request.headers.range === undefined ? {} : { 'content-range': `bytes 0-0/${length}` };
      response.writeHead(request.headers.range === undefined ? 200 : 206, range).end(rest);
    };
  const refusals = [
    [bytes.length + 500, 'model-download-cut'],
    [bytes.length - 500, 'model-source-refused'],
  ] as const;
  for (const [length, code] of refusals) {
    const url = await serve({ '/m.gguf': stated(length, bytes) });
    await expect(install(`${url}/m.gguf`)).rejects.toMatchObject({ code });
    await nothing();
  }
});

test('a server that doesn’t say a size is refused', async () => {
  const chunked: Answer = (_request, response) => {
    response.writeHead(200).write(bytes);
    response.end();
  };
  await expect(install(`${await serve({ '/m.gguf': chunked })}/m.gguf`)).rejects.toMatchObject({
    code: 'model-size-unknown',
  });
});

test('redirects are followed to another host, and not in circles', async () => {
  const there = await serve({ '/cdn': serveRange(bytes) });
  const to =
    (location: string): Answer =>
    (_request, response) =>
      void response.writeHead(302, { location }).end();
  await install(`${await serve({ '/m.gguf': to(`${there}/cdn`) })}/m.gguf`);
  expect(await good()).toEqual(bytes);
  await rm(join(folder, 'own.gguf'));
  await expect(install(`${await serve({ '/m.gguf': to('/m.gguf') })}/m.gguf`)).rejects.toMatchObject({
    code: 'network-too-many-redirects',
  });
  await nothing();
});

test('a wrong file and a page of HTML never take a place, and a good file stays', async () => {
  await install(`${await serve({ '/m.gguf': serveRange(bytes) })}/m.gguf`);
  const wrong = serveRange(Buffer.from('MZ, a program '.repeat(900)));
  const html: Answer = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': 6 }).end('<html>');
  };
  const half = serveRange(bytes.subarray(0, bytes.length - 4000));
  const unlike: Answer = (request, response) => {
    const lying = { sha: '"'.concat('0'.repeat(64), '"') };
    response.setHeader('x-linked-etag', lying.sha);
    serveRange(bytes)(request, response);
  };
  await rm(join(folder, 'own.gguf'));
  const refusals: [Answer, string][] = [
    [wrong, 'model-file-broken'],
    [html, 'model-source-refused'],
    [half, 'model-file-cut'],
    [unlike, 'model-checksum-wrong'],
  ];
  for (const [answer, code] of refusals) {
    await expect(install(`${await serve({ '/m.gguf': answer })}/m.gguf`)).rejects.toMatchObject({ code });
    await nothing();
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  }
});

test('a model in several files comes whole or not at all', async () => {
  const names = [1, 2, 3].map((part) => `/m-0000${part}-of-00003.gguf`);
  const [first = '', second = '', third = ''] = names;
  const url = await serve({ [first]: serveRange(bytes), [second]: serveRange(bytes) });
  await expect(install(`${url}${first}`)).rejects.toMatchObject({ code: 'model-source-refused' });
  await nothing();
  const whole = await serve({ [first]: serveRange(bytes), [second]: serveRange(bytes), [third]: serveRange(bytes) });
  await install(`${whole}${first}?signed=yes`).catch(() => undefined);
  await install(`${whole}${first}`);
  expect((await readdir(folder)).filter((name) => name.endsWith('.gguf'))).toEqual(
    names.map((name) => name.replace('/m', 'own')),
  );
});

test('a checksum that was computed is kept: a file that changes later is found out', async () => {
  await install(`${await serve({ '/m.gguf': serveRange(bytes) })}/m.gguf`);
  const { size, sha256, wheel, huggingFace, ...about } = smallModel;
  void [size, sha256, wheel, huggingFace];
  await writeFile(join(folder, 'own.gguf'), Buffer.concat([bytes, Buffer.from('!')]));
  expect((await opened?.state({ ...about, id: 'own' }))?.error?.code).toBe('model-checksum-wrong');
});

test('a disk that fills up in the middle says so, and what came before stays', async () => {
  // Linux has a device that is always full; elsewhere a file of no rights stands for a disk that takes nothing.
  const path = join(folder, 'full.part');
  if (existsSync('/dev/full')) await symlink('/dev/full', path);
  else await writeFile(path, '', { mode: 0o400 });
  const url = `${await serve({ '/m.gguf': serveRange(bytes) })}/m.gguf`;
  const signal = AbortSignal.timeout(5000);
  const report = (): void => undefined;
  await writeFile(join(folder, 'other.gguf'), 'good');
  const fetching = fetchToFile({
    fetch: loopbackFetch,
    url,
    path,
    expected: factOf(bytes),
    signal,
    report,
    retryAfter: 1,
  });
  await expect(fetching).rejects.toMatchObject(existsSync('/dev/full') ? { code: 'disk-full' } : {});
  expect(await readFile(join(folder, 'other.gguf'), 'utf8')).toBe('good');
});
