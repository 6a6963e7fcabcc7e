import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openEventStream } from '../fixtures/event-stream.ts';
import { startJacquardProcess } from '../fixtures/jacquard-process.ts';
import { jsonOf } from '../fixtures/json-of.ts';
import { startSlowModel, textOf, type SlowAnswer } from '../fixtures/slow-model.ts';
import { askingFlow } from '../security/hostile-flows.ts';
import { startUnderTest, type ServerUnderTest } from '../security/server-under-test.ts';

const patient = { timeout: 60_000 };
const slow: SlowAnswer = { tag: 'w', words: 40, pause: 20 };

async function asking(answer = slow) {
  const model = await startSlowModel(() => answer);
  onTestFinished(() => model.close());
  const server = await startUnderTest({ environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } });
  return { server, model, id: await server.save(askingFlow(model.baseUrl)) };
}

function call(server: ServerUnderTest, id: string, key: string, question = 'x', way = 'invoke') {
  const headers = { 'idempotency-key': key };
  return server.ask(`/api/v1/flows/${id}@draft/${way}`, { method: 'POST', headers, body: { inputs: { question } } });
}

test(
  'the same call with the same key has the same answer, at once and later, and asks the model once',
  patient,
  async () => {
    const { server, model, id } = await asking();
    const both = await Promise.all([call(server, id, 'k'), call(server, id, '"k"')]);
    const later = await call(server, id, 'k');
    for (const { status, json } of [...both, later]) {
      expect(status).toBe(200);
      expect(json).toEqual(both[0]?.json);
    }
    expect(model.prompts).toHaveLength(1);
  },
);

test('a key that came with another call is refused, and so is one that is none', patient, async () => {
  const { server, model, id } = await asking({ ...slow, words: 1 });
  await call(server, id, 'k');
  for (const other of [await call(server, id, 'k', 'another'), await call(server, id, 'k', 'x', 'runs')])
    expect([other.status, other.json.code]).toEqual([422, 'idempotency-key-reused']);
  for (const wrong of ['', 'a b', 'x'.repeat(256)]) {
    const answer = await call(server, id, wrong);
    expect([answer.status, answer.json.code]).toEqual([400, 'idempotency-key-invalid']);
  }
  expect(model.prompts).toEqual(['x']);
});

test('a call with a key goes on when its caller hangs up: the same call finds its answer', patient, async () => {
  const { server, model, id } = await asking();
  const hangUp = new AbortController();
  const first = fetch(`${server.url}/api/v1/flows/${id}@draft/invoke`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'k' },
    body: JSON.stringify({ inputs: { question: 'x' } }),
    signal: hangUp.signal,
  });
  const lost = first.catch((error: unknown) => error);
  await expect.poll(() => model.prompts.length, { timeout: 10_000 }).toBe(1);
  hangUp.abort();
  expect(await lost).toBeInstanceOf(Error);
  const again = await call(server, id, 'k');
  expect(again.json).toMatchObject({ outputs: { reply: textOf(slow) } });
  expect(model.prompts).toHaveLength(1);
});

test('a stream and a run apart are found again, too; a failed run fails again, and isn’t run', patient, async () => {
  const { server, model, id } = await asking({ ...slow, words: 3 });
  const ask = { method: 'POST', headers: { 'idempotency-key': 's' }, body: { inputs: { question: 'x' } } };
  const url = `${server.url}/api/v1/flows/${id}@draft/stream?format=text`;
  const [first, second] = [await openEventStream(url, ask), await openEventStream(url, ask)];
  await Promise.all([first.ended, second.ended]);
  expect(second.events.at(-1)).toEqual(first.events.at(-1));
  const apart = [await call(server, id, 'r', 'x', 'runs'), await call(server, id, 'r', 'x', 'runs')];
  expect(apart[0]?.json).toEqual(apart[1]?.json);
  await expect.poll(() => server.runtime.main.runs.activeRuns).toBe(0);
  expect(model.prompts).toHaveLength(2);
});

test('a call that could not begin leaves its key free', patient, async () => {
  const { server, id } = await asking({ ...slow, words: 1 });
  const headers = { 'idempotency-key': 'k' };
  const path = `/api/v1/flows/${id}@draft/invoke`;
  const refused = await server.ask(path, { method: 'POST', headers, body: { inputs: { nothing: 1 } } });
  expect(refused.status).toBe(422);
  expect((await call(server, id, 'k')).status).toBe(200);
  expect((await server.ask(`/api/v1/runs?flowId=${id}`)).json.runs).toHaveLength(1);
});

test(
  'after the server was killed, the same call finds its run, taken up: nothing that had ended runs twice',
  patient,
  async () => {
    const home = mkdtempSync(join(tmpdir(), 'jacquard-keys-'));
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
    const model = await startSlowModel((prompt) => ({
      tag: prompt.slice(0, 5),
      words: prompt.startsWith('first') ? 2 : 100,
      pause: 20,
    }));
    onTestFinished(() => model.close());
    const start = async () => {
      const jacquard = await startJacquardProcess(home);
      onTestFinished(() => jacquard.kill());
      return jacquard;
    };
    const first = await start();
    const post = (url: string, path: string, body: object, headers = {}) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      });
    const { id } = await jsonOf(post(first.url, '/api/v1/flows', { document: twoQuestions(model.baseUrl) }));
    const ask = (url: string) =>
      post(
        url,
        `/api/v1/flows/${String(id)}@draft/invoke`,
        { inputs: { question: 'first' } },
        { 'idempotency-key': 'k' },
      );
    const lost = ask(first.url).catch((error: unknown) => error);
    await expect.poll(() => model.prompts.length, { timeout: 20_000 }).toBe(2);
    await first.kill();
    expect(await lost).toBeInstanceOf(Error);
    const second = await start();
    const answer = await jsonOf(ask(second.url));
    expect(answer).toMatchObject({ outputs: { reply: expect.stringContaining('.99') } });
    expect(model.prompts.filter((prompt) => prompt === 'first')).toHaveLength(1);
    const { runs } = await jsonOf(fetch(`${second.url}/api/v1/runs?flowId=${String(id)}`));
    expect(runs).toMatchObject([{ id: answer.runId }]);
  },
);

/** Asks the model, and asks it again about its answer. */
function twoQuestions(baseUrl: string): object {
  const model = { from: 'model.model' };
  return {
    jacquard: 1,
    name: 'Two questions',
    nodes: {
      question: { type: 'io.chat-input' },
      model: { type: 'models.openai-compatible', inputs: { baseUrl, model: 'm' } },
      one: { type: 'models.chat', inputs: { model, prompt: { from: 'question.text' } } },
      again: { type: 'prompts.template', inputs: { template: 'again: {{one}}', one: { from: 'one.answer' } } },
      two: { type: 'models.chat', inputs: { model, prompt: { from: 'again.text' } } },
      reply: { type: 'io.chat-output', inputs: { text: { from: 'two.answer' } } },
    },
  };
}
