import { socketEvents } from '@jacquard/protocol';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { stepFlow, templateFlow } from '../security/hostile-flows.ts';
import { startUnderTest, temporaryFolder } from '../security/server-under-test.ts';

test('a saved flow comes back as it was, with its revision as ETag', async () => {
  const server = await startUnderTest();
  const id = await server.save({ jacquard: 1, name: 'Élan & co', nodes: {} });
  const read = await server.ask(`/api/v1/flows/${id}`);
  expect(read.json).toMatchObject({ id, imported: false, document: { name: 'Élan & co' } });
  expect(read.headers.etag).toBe(`"${String(read.json.revision)}"`);
});

test('of two tabs that save, the second is told, and nothing of the first is lost', async () => {
  const server = await startUnderTest();
  const id = await server.save({ jacquard: 1, name: 'A', nodes: {} });
  const revision = String((await server.ask(`/api/v1/flows/${id}`)).headers.etag);
  const put = (name: string, headers: Record<string, string>) =>
    server.ask(`/api/v1/flows/${id}`, { method: 'PUT', headers, body: { document: { jacquard: 1, name, nodes: {} } } });
  expect((await put('B', { 'if-match': revision })).status).toBe(200);
  const late = await put('C', { 'if-match': revision });
  expect([late.status, late.json.code]).toEqual([412, 'flow-changed']);
  const blind = await put('D', {});
  expect([blind.status, blind.json.code]).toEqual([428, 'revision-missing']);
  expect((await server.ask(`/api/v1/flows/${id}`)).json.document).toMatchObject({ name: 'B' });
  const removed = await server.ask(`/api/v1/flows/${id}`, { method: 'DELETE', headers: { 'if-match': revision } });
  expect(removed.status).toBe(412);
});

test('what is no flow is refused with the places, and checking tells without saving', async () => {
  const server = await startUnderTest();
  const broken = {
    jacquard: 1,
    name: 'x',
    nodes: { a: { type: 'io.nothing-like-it', inputs: { b: { from: 'c.d' } } } },
  };
  const check = await server.ask('/api/v1/flows/check', { method: 'POST', body: broken });
  expect(check.status).toBe(200);
  expect((check.json.issues as { node: string }[]).map(({ node }) => node)).toContain('a'); // boundary: our own answer
  const refused = await server.ask('/api/v1/flows', { method: 'POST', body: { document: { jacquard: 1, nodes: [] } } });
  expect([refused.status, refused.json.code]).toEqual([422, 'flow-invalid']);
  expect((refused.json.issues as unknown[]).length).toBeGreaterThan(0); // boundary: as above
  expect((await server.ask('/api/v1/flows')).json.flows).toEqual([]);
});

test('a flow that isn’t published is called as a draft; in a project folder the files are what is published', async () => {
  const server = await startUnderTest();
  const id = await server.save(templateFlow('Hello {{name}}'));
  const plain = await server.ask(`/api/v1/flows/${id}/invoke`, { method: 'POST', body: {} });
  expect([plain.status, plain.json.code]).toEqual([409, 'not-published']);
  const project = await startUnderTest({ projectFolder: temporaryFolder() });
  const file = await project.save(templateFlow('Hello'));
  const answer = await project.ask(`/api/v1/flows/${file}/invoke`, {
    method: 'POST',
    body: { inputs: { question: 'x' } },
  });
  expect(answer.json).toMatchObject({ outputs: { reply: 'Hello' } });
  const other = await project.ask(`/api/v1/flows/${file}@production/invoke`, { method: 'POST', body: {} });
  expect([other.status, other.json.code]).toEqual([404, 'version-not-found']);
});

test('a failed run answers with the problem, its node and the run', async () => {
  const server = await startUnderTest();
  const id = await server.save(stepFlow('data.parse-json', { text: { from: 'question.text' } }, 'json'));
  const answer = await server.invoke(id, { question: 'not json' });
  expect(answer.status).toBe(422);
  expect(answer.json).toMatchObject({ node: 'step' });
  const { run } = answer.json.params as { run: string }; // boundary: our own answer
  const state = await server.ask(`/api/v1/runs/${run}`);
  expect(state.json.status).toBe('failed');
});

test('a run that was taken over with 202 is there at once, and its events are read from where one was', async () => {
  const server = await startUnderTest();
  const id = await server.save(templateFlow('Hello'));
  const started = await server.ask(`/api/v1/flows/${id}/runs`, {
    method: 'POST',
    body: { editor: true, inputs: { question: 'x' } },
  });
  expect(started.status).toBe(202);
  const run = String(started.json.runId);
  expect((await server.ask(`/api/v1/runs/${run}`)).status).toBe(200);
  await expect.poll(async () => (await server.ask(`/api/v1/runs/${run}`)).json.status).toBe('completed');
  const all = (await server.ask(`/api/v1/runs/${run}/events`)).json.events as { seq: number; type: string }[]; // boundary: our own answer
  expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
  expect([all[0]?.type, all.at(-1)?.type]).toEqual(['run-start', 'run-end']);
  const rest = (await server.ask(`/api/v1/runs/${run}/events?after=2`)).json.events;
  expect(rest).toEqual(all.slice(2));
  const streamed = await server.ask(`/api/v1/runs/${run}/events`, {
    headers: { accept: 'text/event-stream', 'last-event-id': '2' },
  });
  expect([...streamed.text.matchAll(/^id: (\d+)$/gm)].map(([, seq]) => Number(seq))).toEqual(
    all.slice(2).map(({ seq }) => seq),
  );
});

test('deleting a flow lets its files go', async () => {
  const server = await startUnderTest();
  const id = await server.save(templateFlow('x'));
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  const body = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhello\r\n--b--\r\n';
  const { file } = (await server.ask(`/api/v1/flows/${id}/files`, { method: 'POST', headers, body })).json;
  const path = `/api/v1/flows/${id}/files/${(file as { file: string }).file}`; // boundary: our own answer
  expect((await server.ask(path)).text).toBe('hello');
  await server.ask(`/api/v1/flows/${id}`, { method: 'DELETE', headers: { 'if-match': '*' } });
  expect((await server.ask(path)).status).toBe(404);
});

test('a run whose turn in the session hasn’t come waits, and sees the answer before it', async () => {
  const server = await startUnderTest();
  const id = await server.save(templateFlow('Hello'));
  const session = (await server.ask('/api/v1/sessions', { method: 'POST', body: { flowId: id } })).json;
  const ask = (question: string) =>
    server.ask(`/api/v1/flows/${id}@draft/invoke`, {
      method: 'POST',
      body: { inputs: { question }, sessionId: session.id },
    });
  const answers = await Promise.all([ask('one'), ask('two'), ask('three')]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const elsewhere = await server.ask(`/api/v1/flows/${id}@draft/invoke`, {
    method: 'POST',
    body: { sessionId: 'nowhere' },
  });
  expect([elsewhere.status, elsewhere.json.code]).toEqual([404, 'session-not-found']);
});

test('node types and the document’s JSON Schema are there for other programs', async () => {
  const server = await startUnderTest();
  const { nodeTypes } = (await server.ask('/api/v1/node-types')).json as { nodeTypes: { type: string }[] }; // boundary: our own answer
  expect(nodeTypes.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['io.chat-input', 'models.chat', 'control.for-each']),
  );
  expect((await server.ask('/api/v1/flow.schema.json')).json).toHaveProperty('properties');
});

test('whoever has the page open hears that a flow was saved', async () => {
  const server = await startUnderTest();
  const socket = io(server.url, { transports: ['websocket'], extraHeaders: { origin: server.url }, forceNew: true });
  onTestFinished(() => void socket.close());
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  const heard: { id: string; change: string; revision?: string }[] = [];
  socket.on(socketEvents.flowChanged, (change) => heard.push(change));
  const id = await server.save(templateFlow('x'));
  const { headers } = await server.ask(`/api/v1/flows/${id}`);
  await server.ask(`/api/v1/flows/${id}`, {
    method: 'PUT',
    headers: { 'if-match': String(headers.etag) },
    body: { document: templateFlow('y') },
  });
  await expect.poll(() => heard.map(({ change }) => change)).toEqual(['created', 'saved']);
  expect(heard[1]).toMatchObject({ id, outside: false });
});

test('a large answer comes as a reference that this run alone opens; a request that is wrong is told which key', async () => {
  const server = await startUnderTest();
  const id = await server.save(templateFlow('Hello'.repeat(20_000)));
  const invoke = (body: object) => server.ask(`/api/v1/flows/${id}@draft/invoke`, { method: 'POST', body });
  const answer = await invoke({ inputs: { question: 'x' } });
  expect(answer.json).toMatchObject({ outputs: { reply: { ref: expect.any(String), kind: 'text', size: 100_002 } } });
  const { outputs, runId } = answer.json as { outputs: { reply: { ref: string } }; runId: string }; // boundary: our own answer
  const value = await server.ask(`/api/v1/runs/${runId}/values/${outputs.reply.ref}`);
  expect(JSON.parse(value.text) === 'Hello'.repeat(20_000)).toBe(true);
  const wrong = await invoke({ input: { question: 'x' } });
  expect([wrong.status, wrong.json.params]).toMatchObject([400, { field: 'input' }]);
  const lost = await server.ask('/api/v1/nothing');
  expect([lost.status, lost.json.params]).toEqual([404, { path: '/api/v1/nothing' }]);
});
