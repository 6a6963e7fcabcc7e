import { expect, onTestFinished, test } from 'vitest';
import { jsonOf } from '../fixtures/json-of.ts';
import { startSlowModel, type SlowAnswer } from '../fixtures/slow-model.ts';
import { askingFlow, templateFlow } from '../security/hostile-flows.ts';
import { startUnderTest } from '../security/server-under-test.ts';

const patient = { timeout: 30_000 };

async function asking(answer: SlowAnswer) {
  const model = await startSlowModel(() => answer);
  onTestFinished(() => model.close());
  const server = await startUnderTest({ environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } });
  return { server, model, id: await server.save(askingFlow(model.baseUrl)) };
}

test('a caller whose time is up is told where the run is, which goes on and asks nothing twice', patient, async () => {
  const { server, model, id } = await asking({ tag: 'w', words: 60, pause: 20 });
  const path = `/api/v1/flows/${id}@draft/invoke`;
  const body = { inputs: { question: 'x' } };
  const late = await server.ask(`${path}?timeout=0.3333`, { method: 'POST', body });
  expect([late.status, late.json.status, late.headers.location]).toEqual([
    202,
    'running',
    `/api/v1/runs/${String(late.json.runId)}`,
  ]);
  const preferred = await server.ask(path, { method: 'POST', body, headers: { prefer: 'respond-async, wait=0' } });
  expect(preferred.status).toBe(202);
  for (const { json } of [late, preferred]) {
    const state = async () => (await server.ask(`/api/v1/runs/${String(json.runId)}`)).json;
    await expect.poll(async () => (await state()).status, { timeout: 10_000 }).toBe('completed');
    expect(await state()).toMatchObject({ outputs: { reply: expect.stringContaining('w.59') } });
  }
  expect(model.prompts).toHaveLength(2);
  const soon = await server.ask(`${path}?timeout=1e9`, { method: 'POST', body });
  expect([soon.status, soon.json.code]).toEqual([400, 'request-invalid']);
});

test('files come with a call as a form, or by reference; texts of the form are inputs, too', async () => {
  const server = await startUnderTest();
  const nodes = {
    letter: { type: 'io.file-input' },
    greeting: { type: 'io.text-input' },
    read: { type: 'data.read-file', inputs: { file: { from: 'letter.file' } } },
    join: {
      type: 'prompts.template',
      inputs: { template: '{{greeting}} {{text}}', greeting: { from: 'greeting.text' }, text: { from: 'read.text' } },
    },
    reply: { type: 'io.text-output', inputs: { text: { from: 'join.text' } } },
  };
  const id = await server.save({ jacquard: 1, name: 'Reading', nodes });
  const url = `${server.url}/api/v1/flows/${id}@draft/invoke`;
  const form = new FormData();
  form.append('letter', new Blob(['the letter’s text']), '../../etc/letter.txt');
  form.append('inputs', JSON.stringify({ greeting: 'Here:' }));
  const sent = await fetch(url, { method: 'POST', body: form });
  expect(await sent.json()).toMatchObject({ outputs: { reply: expect.stringContaining('Here: the letter’s text') } });
  const upload = new FormData();
  upload.append('file', new Blob(['by reference']), 'letter.txt');
  const { file } = await jsonOf(fetch(`${server.url}/api/v1/files`, { method: 'POST', body: upload }));
  const inputs = { greeting: 'There:', letter: file };
  const referred = await server.ask(new URL(url).pathname, { method: 'POST', body: { inputs } });
  expect(referred.json).toMatchObject({ outputs: { reply: expect.stringContaining('There: by reference') } });
});

test('a form that is none, or holds what a call doesn’t have, is refused', async () => {
  const server = await startUnderTest();
  const id = await server.save(templateFlow('{{question}}'));
  const url = `${server.url}/api/v1/flows/${id}@draft/invoke`;
  const asked = async (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const answer = await fetch(url, { method: 'POST', body: form });
    return [answer.status, (await jsonOf(answer)).code];
  };
  expect(await asked({ inputs: '{"question":' })).toEqual([400, 'body-not-json']);
  expect(await asked({ inputs: '[]' })).toEqual([400, 'request-invalid']);
  expect(await asked({ flow: '{}' })).toEqual([400, 'request-invalid']);
  expect(await asked({ __proto__x: '1' })).toEqual([400, 'request-invalid']);
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const broken = await server.ask(new URL(url).pathname, { method: 'POST', headers, body: '--x\r\nnothing' });
  expect([broken.status, broken.json.code]).toEqual([400, 'body-not-a-form']);
});

test('a call may begin a conversation, and the next ones go on with it', async () => {
  const server = await startUnderTest();
  const nodes = {
    question: { type: 'io.chat-input' },
    reply: { type: 'io.chat-output', inputs: { text: { from: 'question.text' } } },
  };
  const id = await server.save({ jacquard: 1, name: 'Echo', nodes });
  const path = `/api/v1/flows/${id}@draft/invoke`;
  const first = await server.ask(path, { method: 'POST', body: { inputs: { question: 'One' }, session: 'new' } });
  const sessionId = String(first.json.sessionId);
  await server.ask(path, { method: 'POST', body: { inputs: { question: 'Two' }, sessionId } });
  const { messages } = (await server.ask(`/api/v1/sessions/${sessionId}`)).json;
  expect(messages).toMatchObject([{ content: 'One' }, { content: 'One' }, { content: 'Two' }, { content: 'Two' }]);
  const both = await server.ask(path, {
    method: 'POST',
    body: { inputs: { question: 'x' }, sessionId, session: 'new' },
  });
  expect([both.status, both.json.code]).toEqual([400, 'session-twice']);
  const failed = await server.ask(path, { method: 'POST', body: { inputs: { nothing: 'x' }, session: 'new' } });
  expect(failed.status).toBe(422);
  expect((await server.ask(`/api/v1/sessions?flowId=${id}`)).json.sessions).toHaveLength(1);
});

test('a run knows the request that started it, and says so', async () => {
  const server = await startUnderTest();
  const id = await server.save(templateFlow('Hello'));
  const start = (given: string) =>
    server.ask(`/api/v1/flows/${id}@draft/runs`, {
      method: 'POST',
      body: { inputs: { question: 'x' } },
      headers: { 'x-request-id': given },
    });
  const own = await start('order-17');
  expect(own.headers['x-request-id']).toBe('order-17');
  expect((await server.ask(`/api/v1/runs/${String(own.json.runId)}`)).json.requestId).toBe('order-17');
  const made = (await start('not an id <script>')).headers['x-request-id'];
  expect(made).toMatch(/^[\da-f-]{36}$/);
});

test('what the editor alone may ask is refused to callers', async () => {
  const server = await startUnderTest();
  const id = await server.save(templateFlow('Hello'));
  for (const extra of [{ target: 'step' }, { pins: true }, { given: {} }, { basis: 'x' }, { afresh: true }]) {
    const answer = await server.ask(`/api/v1/flows/${id}@draft/runs`, { method: 'POST', body: extra });
    expect([answer.status, answer.json.code]).toEqual([400, 'request-invalid']);
  }
});
