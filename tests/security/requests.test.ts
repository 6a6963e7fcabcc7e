import { expect, test } from 'vitest';
import { startCanary } from './canary.ts';
import { askingFlow, templateFlow } from './hostile-flows.ts';
import { startUnderTest } from './server-under-test.ts';

const unsafe = [
  ['POST', '/api/v1/flows'],
  ['PUT', '/api/v1/flows/x'],
  ['DELETE', '/api/v1/flows/x'],
  ['POST', '/api/v1/flows/x@draft/invoke'],
  ['PUT', '/api/v1/secrets/x'],
  ['POST', '/api/v1/files'],
  ['PUT', '/api/v1/models/default'],
] as const;

test('2, 10: the run endpoint takes inputs and a session, and nothing else that a caller adds', async () => {
  const [server, canary] = [await startUnderTest(), await startCanary()];
  const id = await server.save(templateFlow('Hello'));
  const replacement = askingFlow(canary.url);
  for (const extra of ['flow', 'document', 'nodes', 'data', 'tweaks', 'overrideConfig', 'template', 'limits', 'reuse'])
    for (const way of ['invoke', 'stream', 'runs']) {
      const body = { inputs: {}, [extra]: replacement };
      const answer = await server.ask(`/api/v1/flows/${id}@draft/${way}`, { method: 'POST', body });
      expect([answer.status, answer.json.code]).toEqual([400, 'request-invalid']);
    }
  expect(canary.caught).toEqual([]);
});

test('10: inputs can’t name a node’s field', async () => {
  const [server, canary] = [await startUnderTest(), await startCanary()];
  const id = await server.save(askingFlow('https://api.openai.com/v1'));
  for (const name of ['model.baseUrl', 'model', 'chat', 'chat.prompt', 'baseUrl']) {
    const answer = await server.invoke(id, { question: 'hi', [name]: canary.url });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  }
  expect(canary.caught).toEqual([]);
});

test('8: no header opens what is closed', async () => {
  const server = await startUnderTest();
  const trusting = {
    'x-request-from': 'internal',
    'x-forwarded-host': '127.0.0.1',
    'x-forwarded-for': '127.0.0.1',
    'x-real-ip': '127.0.0.1',
    'x-original-url': '/healthz',
    'x-http-method-override': 'GET',
    forwarded: 'host=127.0.0.1',
  };
  for (const [method, path] of unsafe) {
    const foreignSite = await server.ask(path, {
      method,
      headers: { ...trusting, origin: 'https://evil.example' },
      body: {},
    });
    expect([path, foreignSite.status, foreignSite.json.code]).toEqual([path, 403, 'origin-foreign']);
    const foreignHost = await server.ask(path, { method, headers: { ...trusting, host: 'evil.example' }, body: {} });
    expect([path, foreignHost.status, foreignHost.json.code]).toEqual([path, 421, 'host-foreign']);
  }
});

test('24: no other site may read or write, with or without cookies, and none are set', async () => {
  const server = await startUnderTest();
  const paths = [
    '/',
    '/healthz',
    '/api/v1/flows',
    '/api/v1/secrets',
    '/api/v1/nothing',
    '/socket.io/?EIO=4&transport=polling',
  ];
  for (const path of paths)
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1', `http://127.0.0.1.evil.example`]) {
      const plain = await server.ask(path, { headers: { origin } });
      const preflight = await server.ask(path, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'content-type' },
      });
      for (const { headers } of [plain, preflight]) {
        expect(Object.keys(headers).filter((name) => name.startsWith('access-control-allow'))).toEqual([]);
        expect(headers['set-cookie']).toBeUndefined();
      }
    }
});

test('24: a page of another site can’t even read the API by a plain GET', async () => {
  const server = await startUnderTest();
  for (const site of ['cross-site', 'same-site']) {
    const answer = await server.ask('/api/v1/flows', {
      headers: { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' },
    });
    expect(answer.status).toBe(403);
  }
});

test('24: what an HTML form or a beacon could send is not taken', async () => {
  const server = await startUnderTest();
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/xml',
    'text/plain; application/json',
  ]) {
    const body = JSON.stringify({ document: templateFlow('x') });
    const answer = await server.ask('/api/v1/flows', { method: 'POST', headers: { 'content-type': type }, body });
    expect([type, answer.status]).toEqual([type, 415]);
  }
  const list = await server.ask('/api/v1/flows');
  expect(list.json).toEqual({ flows: [] });
});

test('rebinding: a name that someone points at this machine is refused everywhere', async () => {
  const server = await startUnderTest();
  const hosts = [
    'evil.example',
    `evil.example:${server.port}`,
    '127.0.0.1.evil.example',
    '0.0.0.0',
    '[::ffff:1.2.3.4]',
    '2130706433',
  ];
  for (const host of hosts)
    for (const path of ['/', '/healthz', '/api/v1/flows', '/assets/x.js']) {
      const answer = await server.ask(path, { headers: { host } });
      expect([host, path, answer.status]).toEqual([host, path, 421]);
    }
});

test('errors hold a code and a sentence in the reader’s language, and never a stack or a path of the machine', async () => {
  const server = await startUnderTest();
  const asks = [
    server.ask('/api/v1/flows', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"document":\n  nope}',
    }),
    server.ask('/api/v1/flows', { method: 'POST', body: 17 }),
    server.ask('/api/v1/flows/%E0%A4%A'),
    server.ask('/api/v1/runs?limit=evil'),
    server.ask('/api/v1/nothing'),
  ];
  for (const answer of await Promise.all(asks)) {
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.text).not.toMatch(/node_modules|\.ts|\bat \w+ \(|\/work|\/home/);
  }
  const french = await server.ask('/api/v1/nothing', { headers: { 'accept-language': 'fr-CA,fr;q=0.9' } });
  expect(french.json.title).toBe('Introuvable');
  const located = (await asks[0])?.json;
  expect(located).toMatchObject({ code: 'body-not-json', params: { line: 2 } });
});
