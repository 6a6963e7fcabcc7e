import { afterEach, expect, test } from 'vitest';
import { createGuardedFetch, type GuardedFetch } from './create-guarded-fetch.ts';
import { startServer, type TestServer } from './testing/start-server.ts';

const open: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function serve(answer?: Parameters<typeof startServer>[0]): Promise<TestServer> {
  const server = await startServer(answer ?? ((_request, response) => response.end()));
  open.push(() => server.close());
  return server;
}

function guard(origins: readonly string[], text = 'sk-123'): GuardedFetch {
  const fetch = createGuardedFetch({
    network: 'all',
    allowedHosts: ['127.0.0.1'],
    exemptOrigins: [],
    environment: {},
    revealSecret: (name) => (name === 'key' ? { text, origins } : undefined),
  });
  open.push(() => fetch.close());
  return fetch;
}

const secret = { handle: { secret: 'key' }, header: 'Authorization', scheme: 'Bearer' };

test('a secret is attached for its own origin', async () => {
  const server = await serve();
  await guard([`${server.url}/v1`])(server.url, { secret });
  await guard([server.url])(server.url, { secret: { ...secret, header: 'X-Api-Key', scheme: '' } });
  expect(server.requests.map(({ headers }) => headers.authorization ?? headers['x-api-key'])).toEqual([
    'Bearer sk-123',
    'sk-123',
  ]);
});

test('a secret for another origin is refused before anything is sent', async () => {
  const server = await serve();
  await expect(guard(['https://api.example'])(server.url, { secret })).rejects.toMatchObject({
    code: 'secret-origin-refused',
    params: { secret: 'key', origin: server.url, origins: ['https://api.example'] },
  });
  await expect(guard([])(server.url, { secret })).rejects.toMatchObject({ code: 'secret-origin-refused' });
  await expect(guard([])(server.url, { secret: { ...secret, handle: { secret: 'other' } } })).rejects.toMatchObject({
    code: 'secret-missing',
  });
  expect(server.requests).toHaveLength(0);
});

test('a problem never holds the text of a secret', async () => {
  const server = await serve();
  const error: unknown = await guard([])(server.url, { secret }).catch((problem: unknown) => problem);
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('sk-123');
});

test('on a redirect to another origin the secret and the headers of its kind stay behind', async () => {
  const thief = await serve();
  const server = await serve((_request, response) => response.writeHead(307, { location: thief.url }).end());
  const headers = { Cookie: 'a=b', 'X-Plain': 'yes' };
  await guard([server.url])(server.url, { secret, headers });
  expect(server.requests[0]?.headers).toMatchObject({ authorization: 'Bearer sk-123', cookie: 'a=b' });
  expect(thief.requests[0]?.headers).toMatchObject({ 'x-plain': 'yes' });
  expect(Object.keys(thief.requests[0]?.headers ?? {})).not.toEqual(expect.arrayContaining(['authorization']));
  expect(thief.requests[0]?.headers.cookie).toBeUndefined();
});

test('a redirect to an origin that may have the secret takes it along', async () => {
  const second = await serve();
  const first = await serve((_request, response) => response.writeHead(302, { location: second.url }).end());
  await guard([first.url, second.url])(first.url, { secret });
  expect(second.requests[0]?.headers.authorization).toBe('Bearer sk-123');
});

test('headers cannot be smuggled', async () => {
  const server = await serve();
  await expect(guard([])(server.url, { headers: { 'X-Bad': 'a\r\nHost: evil' } })).rejects.toMatchObject({
    code: 'network-interrupted',
  });
  await guard([])(server.url, { headers: { Host: 'evil.test', 'Transfer-Encoding': 'chunked' } });
  expect(server.requests.map(({ headers }) => headers.host)).toEqual([`127.0.0.1:${server.port}`]);
});

test('a key that was pasted with a line break is sent without it; one that no header can hold is said, not sent', async () => {
  const server = await serve();
  await guard([server.url], ' sk-123\r\n')(server.url, { secret });
  expect(server.requests[0]?.headers.authorization).toBe('Bearer sk-123');
  for (const text of ['sk\n123', 'sk\u2026', ' ']) {
    await expect(guard([server.url], text)(server.url, { secret })).rejects.toMatchObject({
      code: 'secret-not-sendable',
      params: { name: 'key' },
    });
  }
  expect(server.requests).toHaveLength(1);
});
