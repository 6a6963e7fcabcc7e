import { expect, onTestFinished, test } from 'vitest';
import { startSlowModel } from '../fixtures/slow-model.ts';
import { askingFlow } from './hostile-flows.ts';
import { showing, startUnderTest, type ServerUnderTest } from './server-under-test.ts';

const accept = 'application/json, text/event-stream';

async function openSession(server: ServerUnderTest, key: string): Promise<Record<string, string>> {
  const headers = { ...showing(key), accept };
  const clientInfo = { name: 'test', version: '1' };
  const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo };
  const body = { jsonrpc: '2.0', id: 0, method: 'initialize', params };
  const opened = await server.ask('/mcp', { method: 'POST', headers, body });
  return { ...headers, 'mcp-session-id': String(opened.headers['mcp-session-id']) };
}

test('an id that still goes on is refused: its first request would be waited for without end', async () => {
  const model = await startSlowModel(() => ({ tag: 'a', words: 5, pause: 100 }));
  onTestFinished(() => model.close());
  const environment = { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' };
  const server = await startUnderTest({ password: 'a long password', environment });
  const flow = await server.save(askingFlow(model.baseUrl));
  const address = `/api/v1/flows/${flow}/publications`;
  await server.ask(address, { method: 'POST', headers: server.operator, body: {} });
  const headers = await openSession(server, (await server.makeKey()).text);
  const call = { name: flow, arguments: { question: 'x' } };
  const body = { jsonrpc: '2.0', id: 7, method: 'tools/call', params: call };
  const ask = (given: unknown) => server.ask('/mcp', { method: 'POST', headers, body: given });
  const answers = await Promise.all([
    ask(body),
    ask(body),
    ask([
      { ...body, id: 8 },
      { ...body, id: 8 },
    ]),
  ]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400, 400]);
  expect(answers.find(({ status }) => status === 200)?.text).toContain('"id":7');
});

test('a session is its caller’s alone, and none for one who has shown nothing', async () => {
  const server = await startUnderTest({ password: 'a long password' });
  const session = await openSession(server, (await server.makeKey()).text);
  const body = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
  const ask = (headers: Readonly<Record<string, string>>) => server.ask('/mcp', { method: 'POST', headers, body });
  const other = showing((await server.makeKey()).text);
  expect((await ask({ ...session, ...other })).json.code).toBe('mcp-session-not-found');
  expect((await ask({ ...session, authorization: '' })).json.code).toBe('login-needed');
  expect((await ask(session)).status).toBe(200);
});
