import { afterEach, expect, test } from 'vitest';
import { createGuardedFetch, type GuardedFetch, type GuardedFetchOptions } from './create-guarded-fetch.ts';
import type { ResolvedAddress } from './guarded-connector.ts';
import { startServer, type TestServer } from './testing/start-server.ts';

const open: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

function guard(options: Partial<GuardedFetchOptions> = {}): GuardedFetch {
  const fetch = createGuardedFetch({
    network: 'all',
    allowedHosts: [],
    exemptOrigins: [],
    environment: {},
    revealSecret: () => undefined,
    ...options,
  });
  open.push(() => fetch.close());
  return fetch;
}

async function serve(
  answer: Parameters<typeof startServer>[0] = (_request, response) => response.end('hello'),
): Promise<TestServer> {
  const server = await startServer(answer);
  open.push(() => server.close());
  return server;
}

/** Answers each question with the next of these addresses, the last one for ever. */
function resolver(...answers: string[]): { lookup: () => Promise<ResolvedAddress[]>; asked: () => number } {
  let asked = 0;
  return {
    asked: () => asked,
    lookup: () => {
      const address = answers[Math.min(asked, answers.length - 1)] ?? '';
      asked += 1;
      return Promise.resolve([{ address, family: address.includes(':') ? 6 : 4 }]);
    },
  };
}

test('an allowed host answers, and its connections are used again', async () => {
  const server = await serve();
  const ports = new Set<number>();
  server.server.on('connection', (socket) => ports.add(socket.remotePort ?? 0));
  const fetch = guard({ allowedHosts: ['127.0.0.1'] });
  for (let time = 0; time < 8; time += 1) {
    const response = await fetch(`${server.url}/a?b=c`, {
      method: 'POST',
      body: '{"x":1}',
      headers: { 'X-Test': 'yes' },
    });
    expect(await response.text()).toBe('hello');
    expect(response.url).toBe(`${server.url}/a?b=c`);
  }
  expect(server.requests[0]?.headers['x-test']).toBe('yes');
  expect(ports.size).toBeLessThan(3);
});

const privateUrls = `
  http://127.0.0.1 http://localhost http://2130706433 http://0177.0.0.1 http://0x7f.1 http://127.1
  http://[::1] http://[::ffff:127.0.0.1] http://[::ffff:7f00:1] http://0.0.0.0
  http://169.254.169.254 http://[64:ff9b::7f00:1] http://[2002:7f00:1::] http://127.0.0.1.
  http://[fe80::1] http://10.0.0.1
`;

test.each(privateUrls.trim().split(/\s+/))('%s is refused, and nothing is sent', async (url) => {
  const server = await serve();
  await expect(guard()(`${url}:${server.port}/`)).rejects.toMatchObject({
    code: 'network-refused',
    params: { why: 'private-address' },
  });
  expect(server.requests).toHaveLength(0);
});

test('the address that is checked is the one connected to: one look-up a connection', async () => {
  const server = await serve();
  const rebinding = resolver('127.0.0.1', '127.0.0.2');
  const fetch = guard({ ...rebinding, allowedHosts: ['127.0.0.2'] });
  await expect(fetch(`http://rebind.test:${server.port}/`)).rejects.toMatchObject({ code: 'network-refused' });
  expect(rebinding.asked()).toBe(1);
  expect(server.requests).toHaveLength(0);
});

test('a name that answers otherwise the second time is checked again', async () => {
  const server = await serve();
  const fetch = guard({ ...resolver('127.0.0.2', '127.0.0.1'), allowedHosts: ['127.0.0.2'] });
  await expect(fetch(`http://rebind.test:${server.port}/`)).rejects.toMatchObject({ code: 'network-unreachable' });
  await expect(fetch(`http://rebind.test:${server.port}/`)).rejects.toMatchObject({
    code: 'network-refused',
    params: { address: '127.0.0.1' },
  });
  expect(server.requests).toHaveLength(0);
});

test('of several addresses only those that passed are connected to', async () => {
  const server = await serve();
  const lookup = (): Promise<ResolvedAddress[]> =>
    Promise.resolve(['169.254.169.254', '127.0.0.1', '10.0.0.1'].map((address) => ({ address, family: 4 })));
  const fetch = guard({ lookup, allowedHosts: ['127.0.0.0/8'] });
  expect(await (await fetch(`http://many.test:${server.port}/`)).text()).toBe('hello');
});

test('an origin of the operator is exempt, another port of the same host is not', async () => {
  const server = await serve();
  const other = await serve();
  let origins: string[] = [];
  const fetch = guard({ exemptOrigins: () => origins });
  await expect(fetch(server.url)).rejects.toMatchObject({ code: 'network-refused' });
  origins = [`${server.url}/v1`];
  expect((await fetch(server.url)).status).toBe(200);
  await expect(fetch(other.url)).rejects.toMatchObject({ code: 'network-refused' });
  origins = [];
  await expect(fetch(server.url)).rejects.toMatchObject({ code: 'network-refused' });
});

test('no network means none, for allowed and exempt hosts, too', async () => {
  const server = await serve();
  const fetch = guard({ network: 'none', allowedHosts: ['127.0.0.1'], exemptOrigins: [server.url] });
  await expect(fetch(server.url)).rejects.toMatchObject({ params: { why: 'network-off' } });
  const listed = guard({ network: ['models.example'], allowedHosts: ['127.0.0.1'] });
  await expect(listed(server.url)).rejects.toMatchObject({ params: { why: 'host-not-listed' } });
  await expect(listed('http://models.example.evil.test/')).rejects.toMatchObject({
    params: { why: 'host-not-listed' },
  });
  expect(server.requests).toHaveLength(0);
});

test.each(['file:///etc/passwd', 'ftp://example.com', 'data:,x', 'http://me:secret@example.com', 'no address'])(
  '%s is refused',
  async (url) => {
    await expect(guard()(url)).rejects.toMatchObject({ code: 'network-refused' });
  },
);

test('each redirect is checked like a request of its own', async () => {
  const server = await serve((request, response) => {
    const to = request.url === '/meta' ? 'http://169.254.169.254/latest' : 'file:///etc/passwd';
    response.writeHead(302, { location: to }).end();
  });
  const fetch = guard({ allowedHosts: ['127.0.0.1'] });
  await expect(fetch(`${server.url}/meta`)).rejects.toMatchObject({
    params: { why: 'private-address', address: '169.254.169.254' },
  });
  await expect(fetch(`${server.url}/file`)).rejects.toMatchObject({ params: { why: 'scheme' } });
});

test('redirects that go round end', async () => {
  const server = await serve((request, response) => response.writeHead(307, { location: request.url }).end());
  const fetch = guard({ allowedHosts: ['127.0.0.1'] });
  await expect(fetch(server.url)).rejects.toMatchObject({ code: 'network-too-many-redirects' });
  expect(server.requests).toHaveLength(11);
});

test('a redirected POST becomes a GET, or stays one with its body', async () => {
  const bodies: string[] = [];
  const server = await serve((request, response) => {
    if (request.url !== '/end') response.writeHead(Number(request.url?.slice(1)), { location: '/end' }).end();
    else
      void request
        .toArray()
        .then((chunks) => response.end(bodies.push(`${request.method} ${chunks.join('')}`).toString()));
  });
  const fetch = guard({ allowedHosts: ['127.0.0.1'] });
  for (const status of [301, 303, 307, 308]) await fetch(`${server.url}/${status}`, { method: 'POST', body: 'x' });
  expect(bodies).toEqual(['GET ', 'GET ', 'POST x', 'POST x']);
});

test('a name that does not exist, a closed port and a cut line are told apart', async () => {
  const fetch = guard({
    allowedHosts: ['127.0.0.1'],
    lookup: () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' })),
  });
  await expect(fetch('http://nowhere.test/')).rejects.toMatchObject({
    code: 'network-unreachable',
    params: { why: 'name-unknown' },
  });
  await expect(fetch('http://127.0.0.1:1/')).rejects.toMatchObject({ params: { why: 'connection-refused' } });
  const server = await serve((request) => request.socket.destroy());
  await expect(fetch(server.url)).rejects.toMatchObject({ code: 'network-interrupted' });
});

test('https to a server that speaks http is told as that, not as a bad certificate', async () => {
  const server = await serve();
  const fetch = guard({ allowedHosts: ['127.0.0.1'] });
  await expect(fetch(server.url.replace('http:', 'https:'))).rejects.toMatchObject({
    code: 'network-unreachable',
    params: { why: 'no-tls' },
  });
});
