import { networkInterfaces } from 'node:os';
import { createRuntime, readConfiguration } from '@jacquard/runtime';
import { startServer } from '@jacquard/server';
import { expect, onTestFinished, test } from 'vitest';
import { templateFlow } from './hostile-flows.ts';
import { showing, startUnderTest, temporaryFolder, type ServerUnderTest } from './server-under-test.ts';
import { connectSocket } from './socket-under-test.ts';

const password = 'a first password';

function tokenOf({ setUpUrl = '' }: ServerUnderTest): string {
  return new URL(setUpUrl).hash.slice(1);
}

/** An address of this machine that isn't loopback's, as others reach it. */
function ownAddress(): string {
  const found = Object.values(networkInterfaces())
    .flat()
    .find((each) => each?.family === 'IPv4' && !each.internal);
  if (found === undefined) throw new Error('This machine has no address but loopback’s: the test needs a network');
  return found.address;
}

test('25: beyond loopback nothing is answered but its health and the page of the one-time link', async () => {
  const server = await startUnderTest({ host: '0.0.0.0' });
  expect(server.setUpUrl).toMatch(/^http:\/\/[\d.]+:\d+\/setup#[\w-]{43}$/);
  expect((await server.ask('/healthz')).json.status).toBe('locked');
  expect((await server.ask('/api/v1/login')).json).toMatchObject({ state: 'locked', hasPassword: false });
  const { text: key } = await server.makeKey();
  for (const path of [
    '/api/v1/flows',
    '/api/v1/nothing',
    '/api/v1/secrets',
    '/v1/models',
    '/flows/x',
    '/nothing',
    '/mcp',
  ])
    for (const headers of [{}, showing(key), { 'x-forwarded-for': '127.0.0.1' }]) {
      const answer = await server.ask(path, { headers: { ...headers } });
      expect([path, answer.status]).toEqual([path, 503]);
    }
  const signIn = await server.ask('/api/v1/login', { method: 'POST', body: { password: '' } });
  expect(signIn.json.code).toBe('locked');
  expect(await connectSocket(server.url, { origin: server.url })).toBe('refused');
  const page = await server.ask('/', { headers: { accept: 'text/html' } });
  expect([page.status, page.headers.location]).toEqual([302, '/setup']);
});

test('29: the one-time link is good once, and for nobody who has another', async () => {
  const server = await startUnderTest({ host: '0.0.0.0' });
  const setUp = (token: string, given = password) =>
    server.ask('/api/v1/setup', { method: 'POST', body: { token, password: given } });
  expect((await setUp('x')).json.code).toBe('setup-link-used');
  expect((await setUp(tokenOf(server), 'short')).json.code).toBe('request-invalid');
  const both = await Promise.all([setUp(tokenOf(server)), setUp(tokenOf(server), 'another password')]);
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 403]));
  expect((await setUp(tokenOf(server))).json.code).toBe('setup-link-used');
  expect((await server.ask('/api/v1/flows')).json.code).toBe('login-needed');
  expect((await server.ask('/healthz')).json.status).toBe('ready');
});

test('the link’s token is told by no answer', async () => {
  const server = await startUnderTest({ host: '0.0.0.0' });
  for (const path of ['/', '/setup', '/healthz', '/api/v1/login', '/api/v1/setup'])
    expect((await server.ask(path)).text).not.toContain(tokenOf(server));
});

test('once set, the password changes for who knows it, and then all other sign-ins end', async () => {
  const server = await startUnderTest({ host: '0.0.0.0' });
  const origin = server.url.replace(/\/\/[^:]+/, '//127.0.0.1');
  const first = await server.ask('/api/v1/setup', { method: 'POST', body: { token: tokenOf(server), password } });
  const cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
  const other = await server.ask('/api/v1/login', { method: 'POST', body: { password } });
  const otherCookie = String(other.headers['set-cookie']).split(';')[0] ?? '';
  const change = (body: object) => server.ask('/api/v1/password', { method: 'PUT', headers: { cookie, origin }, body });
  expect((await change({ password: 'a second password' })).json.code).toBe('password-exists');
  expect((await change({ old: 'wrong', password: 'a second password' })).json.code).toBe('password-wrong');
  expect((await change({ old: password, password: 'a second password' })).status).toBe(204);
  const statusWith = async (sent: string) => (await server.ask('/api/v1/flows', { headers: { cookie: sent } })).status;
  expect([await statusWith(cookie), await statusWith(otherCookie)]).toEqual([200, 401]);
  expect((await server.ask('/api/v1/login', { method: 'POST', body: { password } })).json.code).toBe('password-wrong');
});

test('with keys of the environment it starts ready for them, and nobody signs in without a password', async () => {
  const key = 'a-key-of-the-environment';
  const server = await startUnderTest({ host: '0.0.0.0', apiKeys: [key] });
  expect([server.setUpUrl, (await server.ask('/healthz')).json.status]).toEqual([undefined, 'ready']);
  expect((await server.ask('/api/v1/flows')).json.code).toBe('login-needed');
  expect((await server.ask('/api/v1/runs', { headers: showing(key) })).json).toEqual({ runs: [] });
  expect((await server.ask('/api/v1/flows', { headers: showing(key) })).json.code).toBe('right-missing');
  const signIn = await server.ask('/api/v1/login', { method: 'POST', body: { password: '' } });
  expect(signIn.json.code).toBe('password-not-set');
  await expect(startUnderTest({ apiKeys: ['short'] })).rejects.toMatchObject({ code: 'api-key-too-short' });
});

test('another password in the environment ends the sign-ins that the one before gave', async () => {
  const home = temporaryFolder();
  const start = async (JACQUARD_PASSWORD: string) => {
    const configuration = readConfiguration({ JACQUARD_HOME: home, JACQUARD_PASSWORD }, { port: 0 });
    const runtime = await createRuntime(configuration);
    return { runtime, server: await startServer(runtime, configuration) };
  };
  const first = await start('one password');
  await first.runtime.access.logins.add('127.0.0.1', 'test');
  await first.server.close();
  const same = await start('one password');
  expect(await same.runtime.access.logins.list()).toHaveLength(1);
  await same.server.close();
  const { runtime, server } = await start('another password');
  onTestFinished(() => server.close());
  expect(await runtime.access.logins.list()).toEqual([]);
});

test('by an address that isn’t loopback’s, over plain http, the password lets in', async () => {
  const address = ownAddress();
  const server = await startUnderTest({ host: address, password });
  expect(server.url).toBe(`http://${address}:${server.port}`);
  const ask = (path: string, init: RequestInit = {}) => fetch(`${server.url}${path}`, init);
  const json = { 'content-type': 'application/json', origin: server.url };
  expect((await ask('/api/v1/flows')).status).toBe(401);
  const login = await ask('/api/v1/login', { method: 'POST', headers: json, body: JSON.stringify({ password }) });
  const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
  const body = JSON.stringify({ document: templateFlow('Hello') });
  const made = await ask('/api/v1/flows', { method: 'POST', headers: { ...json, cookie }, body });
  expect(made.status).toBe(201);
  expect((await ask('/api/v1/flows', { headers: { host: 'evil.example', cookie } })).status).toBe(200); // fetch sets its own
});
