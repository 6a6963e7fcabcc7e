import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createGuardedFetch, type GuardedFetch, type GuardedFetchOptions } from './create-guarded-fetch.ts';
import { readProxySettings } from './proxy-settings.ts';
import { startServer, type TestServer } from './testing/start-server.ts';

const open: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** A proxy that sends every request to `target`, and notes what it was asked for. */
async function startProxy(target: TestServer): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const proxy: Server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end('by proxy');
  });
  proxy.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    const onward = connect(target.port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve);
  });
  open.push(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, asked };
}

async function setUp(
  options: Partial<GuardedFetchOptions> = {},
): Promise<{ fetch: GuardedFetch; asked: string[]; target: TestServer }> {
  const target = await startServer((_request, response) => response.end('direct'));
  const { url, asked } = await startProxy(target);
  const fetch = createGuardedFetch({
    network: 'all',
    allowedHosts: [],
    exemptOrigins: [],
    environment: { HTTP_PROXY: url, HTTPS_PROXY: url, NO_PROXY: 'inside.test' },
    revealSecret: () => undefined,
    lookup: (hostname) =>
      Promise.resolve([
        {
          address: hostname === 'inside.test' ? '127.0.0.1' : hostname === 'trap.test' ? '10.0.0.1' : '8.8.8.8',
          family: 4,
        },
      ]),
    ...options,
  });
  open.push(
    () => fetch.close(),
    () => target.close(),
  );
  return { fetch, asked, target };
}

test('requests go by the proxy, whose own address may be private', async () => {
  const { fetch, asked } = await setUp();
  expect(await (await fetch('http://outside.test/a')).text()).toBe('by proxy');
  await expect(fetch('https://outside.test/a')).rejects.toMatchObject({ code: expect.stringMatching(/^network-/) });
  expect(asked).toEqual(['GET http://outside.test/a', 'CONNECT outside.test:443']);
});

test('targets that are refused addresses, as written or as resolved here, are still refused', async () => {
  const { fetch, asked } = await setUp();
  await expect(fetch('http://169.254.169.254/')).rejects.toMatchObject({ code: 'network-refused' });
  await expect(fetch('http://trap.test/')).rejects.toMatchObject({ code: 'network-refused' });
  expect(asked).toEqual([]);
});

test('a name that only the proxy can resolve is left to it', async () => {
  const { fetch } = await setUp({
    lookup: (hostname) =>
      hostname === '127.0.0.1'
        ? Promise.resolve([{ address: hostname, family: 4 }])
        : Promise.reject(new Error('no DNS here')),
  });
  expect(await (await fetch('http://outside.test/')).text()).toBe('by proxy');
});

test('a proxy that does not answer is named', async () => {
  const { fetch } = await setUp({ environment: { HTTPS_PROXY: 'http://me:secret@127.0.0.1:1' } });
  await expect(fetch('https://outside.test/')).rejects.toMatchObject({
    code: 'network-unreachable',
    params: { host: 'outside.test', proxy: '127.0.0.1:1', why: 'connection-refused' },
  });
});

test('a proxy that is no address sends nothing past it', async () => {
  const { fetch } = await setUp({ environment: { HTTP_PROXY: 'http://[oops' } });
  await expect(fetch('http://outside.test/')).rejects.toMatchObject({
    code: 'network-refused',
    params: { why: 'proxy-invalid' },
  });
});

test('NO_PROXY goes direct, and is checked', async () => {
  const { fetch, asked, target } = await setUp();
  await expect(fetch(`http://inside.test:${target.port}/`)).rejects.toMatchObject({ code: 'network-refused' });
  const allowed = await setUp({ allowedHosts: ['inside.test'] });
  expect(await (await allowed.fetch(`http://inside.test:${allowed.target.port}/`)).text()).toBe('direct');
  expect([...asked, ...allowed.asked]).toEqual([]);
});

test.each([
  [{ HTTPS_PROXY: 'http://p:1' }, 'https://a.test', 'http://p:1'],
  [{ HTTPS_PROXY: 'http://p:1' }, 'http://a.test', undefined],
  [{ https_proxy: 'p:1' }, 'https://a.test', 'http://p:1'],
  [{ ALL_PROXY: 'http://p:1' }, 'http://a.test', 'http://p:1'],
  [{ ALL_PROXY: 'http://p:1', NO_PROXY: '*' }, 'http://a.test', undefined],
  [{ ALL_PROXY: 'http://p:1', NO_PROXY: '.a.test, b.test' }, 'http://x.a.test', undefined],
  [{ ALL_PROXY: 'http://p:1', NO_PROXY: 'b.test' }, 'http://x.b.test', undefined],
  [{ ALL_PROXY: 'http://p:1', NO_PROXY: '10.0.0.0/8' }, 'http://10.1.1.1', undefined],
  [{ ALL_PROXY: 'http://p:1' }, 'http://localhost:8080', undefined],
  [{ ALL_PROXY: 'http://p:1', NO_PROXY: 'b.test' }, 'http://bb.test', 'http://p:1'],
])('with %j, %s goes by %s', (environment, url, expected) => {
  expect(readProxySettings(environment)(new URL(url))).toBe(expected);
});
