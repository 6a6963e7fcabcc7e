import { expect, test } from 'vitest';
import { socketEvents } from '@jacquard/protocol';
import { templateFlow } from './hostile-flows.ts';
import { showing, startUnderTest, type Answer, type ServerUnderTest } from './server-under-test.ts';
import { connectSocket } from './socket-under-test.ts';

const password = 'a long password';

/** The cookie that an answer sets, as a browser sends it back. */
function cookieOf({ headers }: Answer): string {
  return String(headers['set-cookie']).split(';')[0] ?? '';
}

function logIn(server: ServerUnderTest, given: string): Promise<Answer> {
  const headers = { origin: server.url };
  return server.ask('/api/v1/login', { method: 'POST', headers, body: { password: given } });
}

test('the right password gives a cookie that no script reads and no other site’s request carries', async () => {
  const server = await startUnderTest({ password });
  expect((await server.ask('/api/v1/flows')).json.code).toBe('login-needed');
  const wrong = await logIn(server, 'a wrong password');
  expect([wrong.status, wrong.json.code, wrong.headers['set-cookie']]).toEqual([403, 'password-wrong', undefined]);
  const right = await logIn(server, password);
  expect(right.json).toMatchObject({ state: 'signed-in', hasPassword: true, isOfEnvironment: true });
  const flags = String(right.headers['set-cookie']).toLowerCase();
  for (const flag of ['httponly', 'samesite=strict', 'path=/', 'max-age=']) expect(flags).toContain(flag);
  expect(flags).not.toContain('secure'); // it came by http
  expect(right.headers['strict-transport-security']).toBeUndefined();
  expect(right.text + JSON.stringify(right.json)).not.toContain(cookieOf(right).split('=')[1]);
  expect((await server.ask('/api/v1/flows', { headers: { cookie: cookieOf(right) } })).status).toBe(200);
});

test('24: a cookie changes nothing without the origin of our own page', async () => {
  const server = await startUnderTest({ password });
  const { cookie = '', origin = '' } = server.operator;
  const create = (headers: Record<string, string>): Promise<Answer> =>
    server.ask('/api/v1/flows', {
      method: 'POST',
      headers: { cookie, ...headers },
      body: { document: templateFlow('x') },
    });
  for (const headers of [{}, { origin: 'null' }, { origin: 'http://evil.example' }, { origin: `${origin}0` }])
    expect((await create(headers as Record<string, string>)).status).toBe(403); // boundary: one of them is empty
  expect((await create({ origin })).status).toBe(201);
  const stream = (headers: Record<string, string>): Promise<Answer> =>
    server.ask('/api/v1/flows/none@draft/stream', { headers: { cookie, accept: 'text/event-stream', ...headers } });
  expect((await stream({})).json.code).toBe('origin-foreign');
  expect((await stream({ 'sec-fetch-site': 'same-origin' })).json.code).toBe('flow-not-found');
  expect(await connectSocket(server.url, { cookie })).toBe('refused');
  expect(await connectSocket(server.url, { cookie, origin: 'http://evil.example' })).toBe('refused');
  expect(await connectSocket(server.url, { cookie, origin })).not.toBe('refused');
});

test('8: no header that claims to come from inside, and no forged cookie, opens what is closed', async () => {
  const server = await startUnderTest({ password });
  const port = String(server.port);
  for (const headers of [
    { 'x-request-from': 'internal' },
    { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' },
    { 'x-forwarded-user': 'admin', 'remote-user': 'operator', 'x-user-id': '1' },
    { forwarded: 'for=127.0.0.1;host=localhost;proto=https' },
    { authorization: 'Basic b3BlcmF0b3I6b3BlcmF0b3I=' },
    { cookie: `jacquard-${port}=operator` },
    { cookie: `jacquard-${port}=` },
    { cookie: `jacquard-${port}=${'A'.repeat(43)}` },
  ])
    expect((await server.ask('/api/v1/flows', { headers: { ...headers } })).json.code).toBe('login-needed');
  for (const key of ['', 'operator', 'null', 'undefined', ' ', 'jq_'])
    expect((await server.ask('/api/v1/flows', { headers: showing(key) })).json.code).toBe('key-unknown');
});

test('a key that is none (any more) is refused on an open server, too; what is no key at all is nothing shown', async () => {
  const server = await startUnderTest();
  const { id, text } = await server.makeKey();
  await server.runtime.access.keys.revoke(id);
  for (const key of [text, `${text}x`, 'jq_', `jq_abcdefgh_${'A'.repeat(43)}`]) {
    const shown = await server.ask('/api/v1/flows', { headers: showing(key) });
    expect([shown.status, shown.json.code, shown.headers['www-authenticate']]).toEqual([
      401,
      'key-unknown',
      'Bearer realm="jacquard"',
    ]);
  }
  // OpenAI's clients can't go without one.
  expect((await server.ask('/api/v1/flows', { headers: showing('not-needed') })).status).toBe(200);
});

test('29: signing out ends the sign-in on the server, and its websocket with it', async () => {
  const server = await startUnderTest({ password });
  const cookie = cookieOf(await logIn(server, password));
  const headers = { cookie, origin: server.url };
  const socket = await connectSocket(server.url, headers);
  if (socket === 'refused') throw new Error('refused');
  const ended = new Promise((resolve) => socket.once('disconnect', resolve));
  const out = await server.ask('/api/v1/logout', { method: 'POST', headers, body: {} });
  expect([out.status, String(out.headers['set-cookie'])]).toEqual([204, expect.stringMatching(/=;.*expires=.*1970/i)]);
  await ended;
  expect((await server.ask('/api/v1/flows', { headers })).json.code).toBe('login-needed');
  expect((await server.ask('/api/v1/flows', { headers: server.operator })).status).toBe(200);
});

test('29: signing out everywhere ends all sign-ins, each of which is listed', async () => {
  const server = await startUnderTest({ password });
  const other = cookieOf(await logIn(server, password));
  const listed = await server.ask('/api/v1/logins', { headers: server.operator });
  expect(listed.json.logins).toHaveLength(2);
  expect(listed.text).not.toContain(other.split('=')[1]);
  expect((await server.ask('/api/v1/logins', { method: 'DELETE', headers: server.operator })).status).toBe(204);
  for (const cookie of [other, server.operator.cookie ?? ''])
    expect((await server.ask('/api/v1/flows', { headers: { cookie } })).json.code).toBe('login-needed');
});

test('passwords are tried five times, whoever the header says it is, and the wait is told', async () => {
  const server = await startUnderTest({ password });
  const codes: unknown[] = [];
  for (let count = 0; count < 6; count += 1) {
    const headers = { origin: server.url, 'x-forwarded-for': `192.0.2.${count}` };
    const body = { password: `wrong ${count}` };
    codes.push((await server.ask('/api/v1/login', { method: 'POST', headers, body })).json.code);
  }
  expect(codes).toEqual([...Array.from({ length: 5 }, () => 'password-wrong'), 'login-too-often']);
  const late = await logIn(server, password);
  expect([late.status, Number(late.headers['retry-after'])]).toEqual([429, expect.closeTo(30, -1)]);
  expect((await server.ask('/api/v1/flows', { headers: server.operator })).status).toBe(200);
});

test('a password of hundreds of kilobytes is refused before it is looked at', async () => {
  const server = await startUnderTest({ password });
  const big = await server.ask('/api/v1/login', { method: 'POST', body: { password: 'x'.repeat(300_000) } });
  expect(big.status).toBe(413);
});

test('what was done is in the log, with who did it and how it ended, and no secret', async () => {
  const server = await startUnderTest({ password });
  await logIn(server, 'a wrong password');
  await logIn(server, password);
  const headers = server.operator;
  const body = { name: 'CI', actions: ['call'], flows: 'all' };
  const made = await server.ask('/api/v1/keys', { method: 'POST', headers, body });
  const { id } = made.json.key as { id: string }; // boundary: the answer's form
  await server.ask('/api/v1/secrets/mine', { method: 'PUT', headers, body: { text: 'sesame', origins: [] } });
  await server.ask(`/api/v1/keys/${id}`, { method: 'DELETE', headers });
  const log = await server.ask('/api/v1/audit', { headers });
  expect(log.json.entries).toMatchObject([
    { action: 'key-revoked', who: 'operator', about: { key: id }, outcome: 'done' },
    { action: 'secret-set', about: { name: 'mine' }, outcome: 'done' },
    { action: 'key-made', about: { key: id, name: 'CI' }, outcome: 'done' },
    { action: 'login', who: 'nobody', address: expect.stringContaining('127.0.0.1'), outcome: 'done' },
    { action: 'login', who: 'nobody', outcome: 'password-wrong' },
  ]);
  for (const text of [String(made.json.text), 'sesame', password, 'a wrong password'])
    expect(log.text).not.toContain(text);
});

test('26: the socket of a key that is revoked ends, and hears nothing more', async () => {
  const server = await startUnderTest({ password });
  const { id, text } = await server.makeKey({ actions: ['read'] });
  const socket = await connectSocket(server.url, showing(text));
  if (socket === 'refused') throw new Error('refused');
  const ended = new Promise((resolve) => socket.once('disconnect', resolve));
  await server.ask(`/api/v1/keys/${id}`, { method: 'DELETE', headers: server.operator });
  await ended;
  expect(socket.listeners(socketEvents.flowChanged)).toEqual([]);
  expect(await connectSocket(server.url, showing(text))).toBe('refused');
});
