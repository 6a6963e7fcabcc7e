import { request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { openEventStream } from '../fixtures/event-stream.ts';
import { startSlowModel } from '../fixtures/slow-model.ts';
import { askingFlow, stepFlow, templateFlow } from '../security/hostile-flows.ts';
import { startUnderTest, type ServerUnderTest } from '../security/server-under-test.ts';

const batch = (server: ServerUnderTest, id: string, body: object, headers: Record<string, string> = {}) =>
  server.ask(`/api/v1/flows/${id}@draft/batch`, { method: 'POST', body, headers });

/** Says hello to whatever it is asked. */
const template = { template: 'Hello {{name}}', name: { from: 'question.text' } };
const greeting = stepFlow('prompts.template', template, 'text', 'io.text-output', 'text');

const items = (...questions: readonly unknown[]) => questions.map((question) => ({ inputs: { question } }));

test('many inputs are answered in their order; one that fails fails alone', async () => {
  const server = await startUnderTest();
  const id = await server.save(greeting);
  const sent = [
    ...items('a', 'b'),
    { inputs: { wrong: 1 } },
    { ...items('c')[0], sessionId: 'nobody’s' },
    ...items('d'),
  ];
  const { status, json } = await batch(server, id, { items: sent, concurrency: 2 });
  expect(status).toBe(200);
  expect(json.items).toMatchObject([
    { index: 0, status: 'completed', runId: expect.any(String) },
    { index: 1, status: 'completed' },
    { index: 2, status: 'refused', problem: { status: 422, code: expect.any(String), title: expect.any(String) } },
    { index: 3, status: 'refused', problem: { code: 'session-not-found' } },
    { index: 4, status: 'completed', outputs: { reply: expect.any(String) } },
  ]);
});

test('an item that fails while it runs says why, where, and in which run', async () => {
  const server = await startUnderTest();
  const id = await server.save(
    stepFlow('data.parse-json', { text: { from: 'question.text' } }, 'json', 'io.json-output', 'json'),
  );
  const { json } = await batch(server, id, { items: items('{"a": 1}', 'no JSON') });
  const [good, bad] = json.items as readonly { readonly runId: string }[]; // boundary: checked below
  expect(good).toMatchObject({ index: 0, status: 'completed' });
  expect(bad).toMatchObject({ index: 1, status: 'failed', runId: expect.any(String) });
  expect(bad).toMatchObject({ problem: { node: 'step', params: { run: bad?.runId } } });
});

test('items come as they end, as lines or as events, and no more at once than asked', { timeout: 30_000 }, async () => {
  let [now, most] = [0, 0];
  const model = await startSlowModel((prompt) => {
    most = Math.max(most, (now += 1));
    return {
      tag: prompt,
      words: prompt === 'slow' ? 60 : 2,
      pause: 10,
      until: Promise.resolve().then(() => (now -= 1)),
    };
  });
  onTestFinished(() => model.close());
  const server = await startUnderTest({ environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } });
  const id = await server.save(askingFlow(model.baseUrl));
  const body = { items: items('slow', 'one', 'two', 'three'), concurrency: 2 };
  const lines = await batch(server, id, body, { accept: 'application/x-ndjson' });
  const read = lines.text
    .trim()
    .split('\n')
    .map((line): { index: number } => JSON.parse(line));
  expect(read.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3]);
  expect(read.at(-1)?.index).toBe(0);
  expect(most).toBeLessThanOrEqual(2);
  const stream = await openEventStream(`${server.url}/api/v1/flows/${id}@draft/batch`, { method: 'POST', body });
  await stream.ended;
  expect(stream.events.map(({ event }) => event)).toEqual(['item', 'item', 'item', 'item', 'done']);
});

test('a caller who hangs up ends the batch', { timeout: 30_000 }, async () => {
  const model = await startSlowModel(() => ({ tag: 'w', words: 1_000, pause: 10 }));
  onTestFinished(() => model.close());
  const server = await startUnderTest({ environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } });
  const id = await server.save(askingFlow(model.baseUrl));
  const path = `/api/v1/flows/${id}@draft/batch`;
  const headers = { 'content-type': 'application/json' };
  const call = request({ port: server.port, host: '127.0.0.1', path, method: 'POST', headers });
  call.on('error', () => undefined).end(JSON.stringify({ items: items(...'abcdefgh'.split('')), concurrency: 2 }));
  await expect.poll(() => model.prompts.length, { timeout: 10_000 }).toBe(2);
  call.destroy();
  await expect.poll(() => server.runtime.main.runs.activeRuns, { timeout: 5_000 }).toBe(0);
  expect(model.prompts).toHaveLength(2);
});

test('more than a batch may hold, none, unknown fields, and forms that it can’t answer in are refused', async () => {
  const server = await startUnderTest();
  const id = await server.save(templateFlow('x'));
  const codes = await Promise.all([
    batch(server, id, { items: items(...Array.from({ length: 1_001 }, () => 'x')) }),
    batch(server, id, { items: [] }),
    batch(server, id, { items: [{ inputs: {}, flow: {} }] }),
    batch(server, id, { items: items('x'), concurrency: 33 }),
    batch(server, id, { items: items('x') }, { accept: 'text/csv' }),
    batch(server, 'nothing', { items: items('x') }),
  ]);
  expect(codes.map(({ status, json }) => [status, json.code])).toEqual([
    [413, 'batch-too-large'],
    [400, 'request-invalid'],
    [400, 'request-invalid'],
    [400, 'request-invalid'],
    [406, 'not-acceptable'],
    [404, 'flow-not-found'],
  ]);
});

test('a batch with a key is run once: what was sent again finds the runs of the first', async () => {
  const server = await startUnderTest();
  const id = await server.save(greeting);
  const headers = { 'idempotency-key': 'nightly-1' };
  const body = { items: [...items('a', 'b'), { inputs: { wrong: 1 } }] };
  const [first, second] = [await batch(server, id, body, headers), await batch(server, id, body, headers)];
  const runs = (answer: typeof first) => (answer.json.items as { runId?: string }[]).map(({ runId }) => runId); // boundary: a batch's answer
  expect(runs(second)).toEqual(runs(first));
  expect((await server.ask(`/api/v1/runs?flowId=${id}`)).json.runs).toHaveLength(2);
  const other = await batch(server, id, { items: items('c') }, headers);
  expect([other.status, other.json.code]).toEqual([422, 'idempotency-key-reused']);
});

test('a batch waits for room instead of failing', { timeout: 30_000 }, async () => {
  const server = await startUnderTest({ environment: { JACQUARD_MAX_RUNS: '1' } });
  const id = await server.save(greeting);
  const { json } = await batch(server, id, { items: items('a', 'b', 'c'), concurrency: 3 });
  expect(json.items).toMatchObject([{ status: 'completed' }, { status: 'completed' }, { status: 'completed' }]);
});
