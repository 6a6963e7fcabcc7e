import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { createGuardedFetch, type GuardedFetch } from './create-guarded-fetch.ts';
import { startServer, type TestServer } from './testing/start-server.ts';

const open: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function serve(answer: Parameters<typeof startServer>[0]): Promise<{ server: TestServer; fetch: GuardedFetch }> {
  const server = await startServer(answer);
  const fetch = createGuardedFetch({
    network: 'all',
    allowedHosts: ['127.0.0.1'],
    exemptOrigins: [],
    environment: {},
    revealSecret: () => undefined,
  });
  open.push(
    () => server.close(),
    () => fetch.close(),
  );
  return { server, fetch };
}

test('an answer streams as it comes', async () => {
  let finish: (() => void) | undefined;
  const { server, fetch } = await serve((_request, response) => {
    response.write('first');
    finish = () => response.end('last');
  });
  const reader = (await fetch(server.url)).body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('first');
  finish?.();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('last');
  expect((await reader?.read())?.done).toBe(true);
});

test('a slow reader holds the server back', async () => {
  let sent = 0;
  const { server, fetch } = await serve((_request, response) => {
    const write = (): void => {
      while (sent < 64_000_000) {
        sent += 1_000_000;
        if (!response.write(Buffer.alloc(1_000_000))) return void response.once('drain', write);
      }
      response.end();
    };
    write();
  });
  const response = await fetch(server.url, { maxBytes: 100_000_000 });
  await new Promise((resolve) => {
    setTimeout(resolve, 100);
  });
  expect(sent).toBeLessThan(32_000_000);
  expect((await response.arrayBuffer()).byteLength).toBe(64_000_000);
});

test('an answer that is too large is refused by its length, or cut off where it passes the limit', async () => {
  const { server, fetch } = await serve((request, response) => {
    if (request.url === '/told') response.setHeader('content-length', 1000);
    response.write('x'.repeat(600));
    setTimeout(() => response.end('x'.repeat(400)), 5);
  });
  await expect(fetch(`${server.url}/told`, { maxBytes: 999 })).rejects.toMatchObject({ code: 'answer-too-large' });
  const response = await fetch(server.url, { maxBytes: 999 });
  await expect(response.text()).rejects.toMatchObject({ code: 'answer-too-large', params: { maxBytes: 999 } });
  expect(await (await fetch(server.url, { maxBytes: 1000 })).text()).toHaveLength(1000);
});

test('a packed answer is unpacked, and counted unpacked', async () => {
  const { server, fetch } = await serve((request, response) => {
    expect(request.headers['accept-encoding']).toBe('identity');
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(1_000_000)));
  });
  expect(await (await fetch(server.url)).text()).toHaveLength(1_000_000);
  await expect((await fetch(server.url, { maxBytes: 10_000 })).text()).rejects.toMatchObject({
    code: 'answer-too-large',
  });
});

test('the signal ends a request before and during its answer, with its own reason', async () => {
  const { server, fetch } = await serve((request, response) => {
    if (request.url === '/body') response.write('first');
  });
  const reason = new Error('stopped by a person');
  await expect(fetch(server.url, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  const early = new AbortController();
  const waiting = fetch(`${server.url}/head`, { signal: early.signal });
  setTimeout(() => early.abort(reason), 20);
  await expect(waiting).rejects.toBe(reason);
  const late = new AbortController();
  const response = await fetch(`${server.url}/body`, { signal: late.signal });
  late.abort(reason);
  await expect(response.text()).rejects.toBe(reason);
});

test('a line that is cut in the middle of an answer is told from its end', async () => {
  const { server, fetch } = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('half', () => response.destroy());
  });
  const response = await fetch(server.url);
  await expect(response.text()).rejects.toMatchObject({ code: 'network-interrupted' });
});

test('a part of a file can be asked for, and empty answers are answers', async () => {
  const { server, fetch } = await serve((request, response) => {
    if (request.method === 'HEAD' || request.url === '/none') response.writeHead(204).end();
    else response.writeHead(206, { 'content-range': 'bytes 2-3/4', 'set-cookie': ['a=1', 'b=2'] }).end('cd');
  });
  const part = await fetch(server.url, { headers: { Range: 'bytes=2-3' } });
  expect([part.status, await part.text(), part.headers.getSetCookie()]).toEqual([206, 'cd', ['a=1', 'b=2']]);
  expect(server.requests[0]?.headers.range).toBe('bytes=2-3');
  expect(await (await fetch(`${server.url}/none`)).text()).toBe('');
});
