import { allOperations, askedRules, type Operation, type Rule } from '@jacquard/server';
import { keyActions, type KeyAction } from '@jacquard/runtime';
import { socketEvents } from '@jacquard/protocol';
import { beforeAll, afterAll, expect, test } from 'vitest';
import { templateFlow } from './hostile-flows.ts';
import { openServer, showing, type Answer, type OpenServer } from './server-under-test.ts';
import { connectSocket } from './socket-under-test.ts';

/** Two flows, and a run and a session of a key's. */
let server: OpenServer;
const names = { id: '', run: '', session: '' };
let otherFlow = '';
let ownerKey = '';

beforeAll(async () => {
  server = await openServer({ password: 'a long password' });
  names.id = await server.save(templateFlow('Hello'));
  otherFlow = await server.save(templateFlow('Goodbye'));
  ownerKey = (await server.makeKey({ name: 'owner', actions: ['draft', 'call'] })).text;
  const headers = showing(ownerKey);
  const ran = await server.ask(`/api/v1/flows/${names.id}@draft/invoke`, {
    method: 'POST',
    headers,
    body: { inputs: { question: 'x' } },
  });
  names.run = String(ran.json.runId);
  const session = await server.ask('/api/v1/sessions', { method: 'POST', headers, body: { flowId: names.id } });
  names.session = String(session.json.id);
  if (ran.status !== 200 || session.status !== 201) throw new Error(`not set up: ${ran.text} ${session.text}`);
});
afterAll(() => server.close());

const isOpen = (rule: Rule): boolean => rule === 'public' || rule === 'anyone';
const closed = allOperations.filter(({ rule }) => !isOpen(rule));
const lineOf = ({ method, path }: Operation): string => `${method} ${path}`;

/** Asks an operation of the flow, run and session that there are; other parameters name nothing. */
function ask({ method, path }: Operation, headers: Record<string, string> = {}): Promise<Answer> {
  const named = path.replaceAll(/:(\w+)/g, (_part, name: string) => names[name as keyof typeof names] ?? 'x'); // boundary: absent for others
  return server.ask(named, { method, headers, ...(method !== 'GET' && method !== 'DELETE' && { body: {} }) });
}

test('the table is open for signing in, for the server’s health, and for what the API is like alone', () => {
  expect(
    allOperations
      .filter(({ rule }) => isOpen(rule))
      .map(lineOf)
      .toSorted(),
  ).toEqual([
    'GET /api/reference',
    'GET /api/reference/:file',
    'GET /api/v1/login',
    'GET /api/v1/openapi.json',
    'GET /healthz',
    'POST /api/v1/login',
    'POST /api/v1/logout',
    'POST /api/v1/setup',
  ]);
});

test.each(closed.map((operation) => [lineOf(operation), operation] as const))('%s', async (_line, operation) => {
  const { rule } = operation;
  const codeOf = (answer: Answer): unknown => [answer.status, answer.json.code ?? errorCode(answer)];
  expect(codeOf(await ask(operation))).toEqual([401, expect.stringMatching(/^(login-needed|invalid_api_key)$/)]);
  const forged = showing(`jq_abcdefgh_${'A'.repeat(43)}`);
  expect(codeOf(await ask(operation, forged))).toEqual([401, expect.stringMatching(/^(key-unknown|invalid_api_key)$/)]);
  if (rule === 'known') return;
  const lacking = await server.makeKey({ actions: without(rule) });
  expect((await ask(operation, showing(lacking.text))).status).toBe(403);
  if (typeof rule === 'string') return;
  const { action, flow, of } = rule;
  if (flow === undefined && of === undefined) return;
  const flows = flow === undefined ? ('all' as const) : [otherFlow];
  const foreign = await server.makeKey({ actions: [action], flows });
  const wanted = of === undefined ? 'flow-not-found' : `${of}-not-found`;
  expect(codeOf(await ask(operation, showing(foreign.text)))).toEqual([404, wanted]);
});

/** All that a key may be allowed but what a rule asks for. */
function without(rule: Rule): KeyAction[] {
  if (typeof rule === 'string') return [...keyActions];
  return keyActions.filter((action) => action !== rule.action && action !== rule.or);
}

/** In OpenAI's form. */
function errorCode({ json }: Answer): unknown {
  return typeof json.error === 'object' && json.error !== null && 'code' in json.error ? json.error.code : undefined;
}

test('a flow that a key isn’t for can’t be called, by whatever way, nor listed', async () => {
  const headers = showing((await server.makeKey({ actions: ['call', 'draft', 'read'], flows: [otherFlow] })).text);
  for (const way of ['invoke', 'stream', 'runs'])
    for (const address of [names.id, `${names.id}@draft`, `${names.id}@1`]) {
      const answer = await server.ask(`/api/v1/flows/${address}/${way}`, { method: 'POST', headers, body: {} });
      expect([address, way, answer.status, answer.json.code]).toEqual([address, way, 404, 'flow-not-found']);
    }
  const chat = { model: `${names.id}@draft`, messages: [{ role: 'user', content: 'x' }] };
  expect((await server.ask('/v1/chat/completions', { method: 'POST', headers, body: chat })).status).toBe(404);
  expect((await server.ask('/api/v1/flows', { headers })).json.flows).toMatchObject([{ id: otherFlow }]);
  expect((await server.ask('/api/v1/runs', { headers })).json.runs).toEqual([]);
  expect((await server.ask(`/api/v1/sessions?flowId=${names.id}`, { headers })).json.sessions).toEqual([]);
});

test('what the editor alone may set is refused to a key', async () => {
  const headers = showing(ownerKey);
  const path = `/api/v1/flows/${names.id}@draft/runs`;
  for (const extra of [
    { editor: true },
    { target: 'step' },
    { from: 'step' },
    { afresh: true },
    { pins: true },
    { given: { step: { text: 'injected' } } },
    { basis: names.run },
  ]) {
    const answer = await server.ask(path, { method: 'POST', headers, body: extra });
    expect([extra, answer.status]).toEqual([extra, expect.toBeOneOf([400, 403])]);
  }
});

test('every event that a client may send is tried without key, with a foreign key and with one that may not', async () => {
  expect(Object.keys(askedRules).toSorted()).toEqual([socketEvents.unwatchRun, socketEvents.watchRun].toSorted());
  expect(await connectSocket(server.url, {})).toBe('refused');
  expect(await connectSocket(server.url, showing('jq_unknown'))).toBe('refused');
  const watch = { runId: names.run, after: 0 };
  const asked = async (key: string): Promise<unknown> => {
    const socket = await connectSocket(server.url, showing(key));
    return socket === 'refused' ? socket : socket.timeout(2_000).emitWithAck(socketEvents.watchRun, watch);
  };
  expect(await asked((await server.makeKey()).text)).toMatchObject({ problem: { code: 'run-not-found' } });
  const reader = await server.makeKey({ actions: ['read'] });
  expect(await asked(reader.text)).toMatchObject({ problem: { code: 'right-missing' } });
  expect(await asked(ownerKey)).toEqual({ ok: true });
});

test('flows that changed are told to those alone who may read all of them', async () => {
  const heard = async (headers: Record<string, string>): Promise<() => number> => {
    const socket = await connectSocket(server.url, headers);
    if (socket === 'refused') throw new Error('refused');
    let count = 0;
    socket.on(socketEvents.flowChanged, () => (count += 1));
    return () => count;
  };
  const some = await heard(showing((await server.makeKey({ actions: ['read'], flows: [otherFlow] })).text));
  const caller = await heard(showing(ownerKey));
  const reader = await heard(showing((await server.makeKey({ actions: ['read'] })).text));
  const operator = await heard(server.operator);
  await server.save(templateFlow('New'));
  await expect.poll(() => [operator(), reader()]).toEqual([1, 1]);
  expect([some(), caller()]).toEqual([0, 0]);
});
