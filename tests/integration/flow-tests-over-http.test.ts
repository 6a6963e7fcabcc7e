import { openAiServer, type OpenAiServer } from '@jacquard/node-kit/testing';
import { flowTestsSchema, type FlowTestView, type ListedCase } from '@jacquard/protocol';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startUnderTest, type ServerUnderTest } from '../security/server-under-test.ts';

const flow = (prompt: string) => ({
  jacquard: 1,
  name: 'Talk',
  nodes: {
    question: { type: 'io.chat-input' },
    history: { type: 'memory.chat-history' },
    template: { type: 'prompts.template', inputs: { template: prompt, question: { from: 'question.text' } } },
    model: { type: 'models.openai', inputs: { model: 'told' } },
    chat: { type: 'models.chat', inputs: { model: { from: 'model.model' }, prompt: { from: 'template.text' } } },
    reply: { type: 'io.chat-output', inputs: { text: { from: 'chat.answer' } } },
  },
});

async function tellingModel(): Promise<OpenAiServer> {
  let count = 0;
  const model = await openAiServer(() => {
    count += 1;
    return { words: ['Answer ', String(count)] };
  });
  onTestFinished(() => model.close());
  return model;
}

async function started(model: OpenAiServer): Promise<{ server: ServerUnderTest; id: string; tests: string }> {
  const server = await startUnderTest({ environment: { OPENAI_BASE_URL: model.baseUrl, OPENAI_API_KEY: 'sk-secret' } });
  const id = await server.save(flow('Say: {{question}}'));
  return { server, id, tests: `/api/v1/flows/${id}/tests` };
}

async function view(server: ServerUnderTest, tests: string): Promise<FlowTestView> {
  const [first] = flowTestsSchema.parse((await server.ask(tests)).json).tests;
  if (first === undefined) throw new Error('no tests');
  return first;
}

/** Runs all cases and waits until none is running. */
async function runAll(server: ServerUnderTest, tests: string, body = {}): Promise<readonly ListedCase[]> {
  const { id } = await view(server, tests);
  expect((await server.ask(`${tests}/${id}/run`, { method: 'POST', body })).status).toBe(202);
  return await vi.waitFor(async () => {
    const { cases } = await view(server, tests);
    expect(cases.some(({ running }) => running)).toBe(false);
    return cases;
  }, 20_000);
}

test('a past run becomes a test, which asks nobody, turns red with the prompt, and green when it is recorded again', async () => {
  const model = await tellingModel();
  const { server, id, tests } = await started(model);
  const run = await server.ask(`/api/v1/flows/${id}@draft/invoke`, {
    method: 'POST',
    body: { inputs: { question: 'Hi' } },
  });
  expect(run.json).toMatchObject({ outputs: { reply: 'Answer 1' } });
  const made = await server.ask(tests, { method: 'POST', body: { run: run.json['runId'] } });
  expect([made.status, made.json]).toEqual([201, { id, case: 'Hi' }]);
  expect((await view(server, tests)).cases).toMatchObject([
    { name: 'Hi', recorded: true, result: { status: 'passed' } },
  ]);
  expect(model.requests).toHaveLength(1);

  await server.ask(`/api/v1/flows/${id}`, {
    method: 'PUT',
    headers: { 'if-match': '*' },
    body: { document: flow('Shout: {{question}}') },
  });
  const [red] = await runAll(server, tests);
  expect(red).toMatchObject({
    result: {
      status: 'failed',
      error: { code: 'test-recording-missing', node: 'chat' },
      prompt: { recorded: 'user: Say: Hi', asked: 'user: Shout: Hi' },
    },
  });
  expect(model.requests).toHaveLength(1);

  const [green] = await runAll(server, tests, { mode: 'record' });
  expect(green).toMatchObject({ result: { status: 'passed', outputs: { reply: 'Answer 2' } } });
  expect((await view(server, tests)).test?.cases).toMatchObject([{ snapshot: { reply: 'Answer 2' } }]);
  const whole = await server.ask(`${tests}/${id}`);
  expect(whole.text).toContain('Shout: Hi');
  expect(whole.text).not.toContain('sk-secret');
  const listed = await server.ask(`/api/v1/runs?flowId=${id}`);
  expect(listed.json['runs']).toHaveLength(1);
});

test('a run that kept a model’s answer from an earlier one makes a test that notices a changed prompt, too', async () => {
  const model = await tellingModel();
  const { server, id, tests } = await started(model);
  const runOnCanvas = async (): Promise<unknown> => {
    const body = { inputs: { question: 'Hi' }, editor: true };
    const { runId } = (await server.ask(`/api/v1/flows/${id}@draft/runs`, { method: 'POST', body })).json;
    await vi.waitFor(async () =>
      expect((await server.ask(`/api/v1/runs/${String(runId)}`)).json['status']).toBe('completed'),
    );
    return runId;
  };
  await runOnCanvas();
  const run = await runOnCanvas();
  expect(model.requests).toHaveLength(1);
  await server.ask(tests, { method: 'POST', body: { run } });
  expect((await view(server, tests)).cases).toMatchObject([{ result: { status: 'passed' } }]);

  const document = flow('Shout: {{question}}');
  await server.ask(`/api/v1/flows/${id}`, { method: 'PUT', headers: { 'if-match': '*' }, body: { document } });
  const [red] = await runAll(server, tests);
  expect(red).toMatchObject({
    result: { status: 'failed', prompt: { recorded: 'user: Say: Hi', asked: 'user: Shout: Hi' } },
  });
  expect(model.requests).toHaveLength(1);
});

test('the conversation that a caller told of becomes the test’s', async () => {
  const model = await tellingModel();
  const { server, id, tests } = await started(model);
  const { nodes, ...rest } = flow('Say: {{question}}');
  const inputs = { ...nodes.chat.inputs, messages: { from: 'history.messages' } };
  const document = { ...rest, nodes: { ...nodes, chat: { ...nodes.chat, inputs } } };
  await server.ask(`/api/v1/flows/${id}`, { method: 'PUT', headers: { 'if-match': '*' }, body: { document } });
  const before = [
    { role: 'system', content: 'Be short.' },
    { role: 'user', content: 'I am Ada.' },
    { role: 'assistant', content: 'Good day.' },
  ];
  const body = { model: `${id}@draft`, messages: [...before, { role: 'user', content: 'Hi' }] };
  const { jacquard } = (await server.ask('/v1/chat/completions', { method: 'POST', body })).json;
  expect(jacquard).toMatchObject({ runId: expect.any(String) });
  await server.ask(tests, { method: 'POST', body: { run: Object(jacquard).runId } });
  const { test: made, cases } = await view(server, tests);
  expect(made?.cases).toMatchObject([{ inputs: { question: 'Hi' }, session: before }]);
  expect(cases).toMatchObject([{ result: { status: 'passed' } }]);
  expect(model.requests).toHaveLength(1);
});

test('of too long a conversation no test is made, and the tests that are there stay as they are', async () => {
  const model = await tellingModel();
  const { server, id, tests } = await started(model);
  const ask = async (count: number): Promise<unknown> => {
    const before = Array.from({ length: count }, (_, at) => ({
      role: at % 2 ? 'assistant' : 'user',
      content: `${at}`,
    }));
    const body = { model: `${id}@draft`, messages: [...before, { role: 'user', content: 'Hi' }] };
    return Object((await server.ask('/v1/chat/completions', { method: 'POST', body })).json['jacquard']).runId;
  };
  const most = await server.ask(tests, { method: 'POST', body: { run: await ask(1000) } });
  expect(most.status).toBe(201);
  const more = await server.ask(tests, { method: 'POST', body: { run: await ask(1002) } });
  expect([more.status, more.json['code']]).toEqual([422, 'test-conversation-too-long']);
  expect((await view(server, tests)).cases).toMatchObject([{ name: 'Hi', result: { status: 'passed' } }]);
});

test('a snapshot that differs is accepted by a person, and the export goes into another flow as it is', async () => {
  const model = await tellingModel();
  const { server, id, tests } = await started(model);
  const test_ = {
    'jacquard-test': 1,
    flow: id,
    cases: [
      { name: 'One', inputs: { question: 'Hi' }, snapshot: { reply: 'Something else' }, expect: [{ tokens: 50 }] },
    ],
  };
  expect((await server.ask(tests, { method: 'POST', body: { whole: { test: test_ } } })).status).toBe(201);
  const [bare] = await runAll(server, tests);
  expect(bare).toMatchObject({
    recorded: false,
    result: { status: 'failed', error: { code: 'test-recording-empty' } },
  });
  await runAll(server, tests, { mode: 'record' });
  const { test: recorded, revision } = await view(server, tests);
  const changed = { ...recorded, cases: recorded?.cases?.map((one) => ({ ...one, snapshot: { reply: 'Wrong' } })) };
  const saved = await server.ask(`${tests}/${id}`, {
    method: 'PUT',
    headers: { 'if-match': `"${revision}"` },
    body: changed,
  });
  expect(saved.status).toBe(200);
  const stale = await server.ask(`${tests}/${id}`, {
    method: 'PUT',
    headers: { 'if-match': `"${revision}"` },
    body: changed,
  });
  expect([stale.status, stale.json['code']]).toEqual([412, 'test-changed']);
  const [red] = await runAll(server, tests);
  expect(red?.result?.assertions).toMatchObject([
    { kind: 'tokens', status: 'passed' },
    { kind: 'snapshot', status: 'failed', expected: 'Wrong', actual: 'Answer 1' },
  ]);
  const accepted = await server.ask(`${tests}/${id}/accept`, { method: 'POST', body: { case: 'One' } });
  expect(accepted.json).toMatchObject({ cases: [{ result: { status: 'passed' } }] });

  const other = await server.save({ ...flow('Say: {{question}}'), name: 'Other' });
  const whole = (await server.ask(`${tests}/${id}`)).json;
  await server.ask(`/api/v1/flows/${other}/tests`, { method: 'POST', body: { whole } });
  expect(await runAll(server, `/api/v1/flows/${other}/tests`)).toMatchObject([{ result: { status: 'passed' } }]);
  expect(model.requests).toHaveLength(1);
});

test('tests are their flow’s: no other flow’s path leads to them, and no other flow’s run becomes one', async () => {
  const model = await tellingModel();
  const { server, id, tests } = await started(model);
  const other = await server.save({ ...flow('Say: {{question}}'), name: 'Other' });
  const test_ = { 'jacquard-test': 1, flow: id, cases: [{ name: 'One', inputs: { question: 'Hi' } }] };
  await server.ask(tests, { method: 'POST', body: { whole: { test: test_ } } });
  const foreign = await server.ask(`/api/v1/flows/${other}/tests/${id}`);
  expect([foreign.status, foreign.json['code']]).toEqual([404, 'test-not-found']);
  const run = await server.ask(`/api/v1/flows/${id}@draft/invoke`, {
    method: 'POST',
    body: { inputs: { question: 'Hi' } },
  });
  const taken = await server.ask(`/api/v1/flows/${other}/tests`, { method: 'POST', body: { run: run.json['runId'] } });
  expect([taken.status, taken.json['code']]).toEqual([404, 'run-not-found']);
  const wrong = await server.ask(tests, {
    method: 'POST',
    body: { whole: { test: { ...test_, cases: [{ nme: 'x' }] } } },
  });
  expect(wrong.status).toBe(400);
  await server.ask(`/api/v1/flows/${id}`, { method: 'DELETE', headers: { 'if-match': '*' } });
  expect((await server.ask(tests)).status).toBe(404);
});
