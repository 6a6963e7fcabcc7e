import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runEventsSchema } from '@jacquard/protocol';
import { expect, onTestFinished, test } from 'vitest';
import { runToEnd, type RunReport } from '../fixtures/run-report.ts';
import { startSlowModel, type SlowModel } from '../fixtures/slow-model.ts';
import { startUnderTest, temporaryFolder, type Answer, type ServerUnderTest } from '../security/server-under-test.ts';

/**
 *   ask ──▶ chat ──▶ last ──▶ reply
 */
function flow(baseUrl: string, last = 'Answer: {{answer}}') {
  return {
    jacquard: 1,
    name: 'Pins',
    nodes: {
      question: { type: 'io.text-input' },
      ask: { type: 'prompts.template', inputs: { template: 'Say: {{text}}', text: { from: 'question.text' } } },
      model: { type: 'models.openai-compatible', inputs: { baseUrl, model: 'm' } },
      chat: { type: 'models.chat', inputs: { model: { from: 'model.model' }, prompt: { from: 'ask.text' } } },
      last: { type: 'prompts.template', inputs: { template: last, answer: { from: 'chat.answer' } } },
      reply: { type: 'io.text-output', inputs: { text: { from: 'last.text' } } },
    },
  };
}

interface Workshop {
  readonly model: SlowModel;
  readonly server: ServerUnderTest;
  readonly id: string;
  run(more?: object): Promise<RunReport>;
  pins(method: string, node?: string, body?: object): Promise<Answer>;
}

async function openWorkshop(folder?: string): Promise<Workshop> {
  const model = await startSlowModel((prompt, earlier) => ({
    tag: `${prompt.slice(5)}-${earlier}`,
    words: 1,
    pause: 0,
  }));
  onTestFinished(() => model.close());
  const environment = { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' };
  const server = await startUnderTest({ environment, ...(folder !== undefined && { projectFolder: folder }) });
  const id = await server.save(flow(model.baseUrl));
  return {
    model,
    server,
    id,
    run: (more) => runToEnd(server, `flows/${id}`, { editor: true, inputs: { question: 'x' }, ...more }),
    pins: (method, node, body) => {
      const path = `/api/v1/flows/${id}/pins${node === undefined ? '' : `/${node}`}`;
      return server.ask(path, { method, ...(body && { body }) });
    },
  };
}

const editor = { editor: true, pins: true, inputs: {} };

// The first test of the file waits for all of the server's code.
test('a pinned value is taken in runs from the editor: its node stays still', { timeout: 30_000 }, async () => {
  const { server, id, run, pins, model } = await openWorkshop();
  const first = await run();
  expect((await pins('PUT', 'chat', { outputs: { answer: 'pinned' } })).status).toBe(200);
  const { ran, pinned, outputs } = await runToEnd(server, `flows/${id}`, editor);
  expect({ ran, pinned, outputs }).toEqual({ ran: ['last'], pinned: ['chat'], outputs: { reply: 'Answer: pinned' } });
  expect(model.prompts).toHaveLength(1);

  expect((await run()).outputs).toEqual(first.outputs);
  const refused = { pins: true, inputs: { question: 'x' } };
  expect((await server.ask(`/api/v1/flows/${id}@draft/runs`, { method: 'POST', body: refused })).status).toBe(400);
  const api = await runToEnd(server, `flows/${id}@draft`, { inputs: { question: 'x' } });
  // A pure step that took its time is kept for callers, too.
  expect([[...api.ran, ...api.kept].toSorted(), api.pinned]).toEqual([['ask', 'chat', 'last'], []]);
  expect(api.ran).toContain('chat');
  expect((await server.ask(`/api/v1/flows/${id}`)).text).not.toContain('pinned');
});

test('pins are listed, read, replaced and removed, and go with their flow', async () => {
  const { server, id, pins, model } = await openWorkshop();
  const large = 'x'.repeat(100_000);
  await pins('PUT', 'chat', { outputs: { answer: large } });
  await pins('PUT', 'ask', { outputs: { text: 'one' } });
  await pins('PUT', 'ask', { outputs: { text: 'two' } });
  const ref = createHash('sha256').update(JSON.stringify(large)).digest('hex');
  const { json } = await pins('GET');
  expect(json.pins).toMatchObject([
    { node: 'ask', outputs: { text: 'two' } },
    { node: 'chat', outputs: { answer: { ref, kind: 'text', size: 100_002 } } },
  ]);
  expect((await pins('GET', 'chat')).json.outputs).toEqual({ answer: large });
  expect((await pins('PUT', 'gone', { outputs: {} })).json.code).toBe('node-not-found');
  expect((await pins('PUT', 'ask', { outputs: 'text' })).status).toBe(400);
  expect((await pins('DELETE', 'ask')).status).toBe(204);
  expect((await pins('GET', 'ask')).json.code).toBe('pin-not-found');
  const { headers } = await server.ask(`/api/v1/flows/${id}`);
  await server.ask(`/api/v1/flows/${id}`, { method: 'DELETE', headers: { 'if-match': String(headers.etag) } });
  expect((await pins('GET')).status).toBe(404);
  expect(await server.save(flow(model.baseUrl))).toBe(id);
  expect((await pins('GET')).json).toEqual({ pins: [] });
});

test('a pin that no longer fits its port is not used, and the run says so', async () => {
  const { server, id, pins } = await openWorkshop();
  await pins('PUT', 'chat', { outputs: { answer: 12 } });
  const { runId, ran } = await runToEnd(server, `flows/${id}`, { ...editor, inputs: { question: 'x' } });
  expect(ran).toEqual(['ask', 'chat', 'last']);
  const { events } = runEventsSchema.parse((await server.ask(`/api/v1/runs/${runId}/events`)).json);
  expect(events[0]).toMatchObject({ unusedPins: [{ code: 'value-wrong-kind', node: 'chat' }] });
});

test('a value of a past run is edited and the rest goes on from it, with that run’s own values', async () => {
  const { server, id, run } = await openWorkshop();
  const first = await run();
  const anew = await run({ afresh: true });
  expect(anew.outputs).not.toEqual(first.outputs);
  const given = { ask: { text: 'Say: y' } };
  const on = await runToEnd(server, `flows/${id}`, { editor: true, basis: first.runId, given });
  expect([on.ran, on.pinned, on.outputs]).toEqual([['chat', 'last'], ['ask'], { reply: 'Answer: y-0.0 ' }]);

  const answer = { editor: true, basis: first.runId, given: { last: { text: 'mine' } } };
  expect(await runToEnd(server, `flows/${id}`, answer)).toMatchObject({ ran: [], outputs: { reply: 'mine' } });

  // What was edited before stays when something after it is edited, too.
  const next = { editor: true, basis: on.runId, given: { last: { text: 'then' } } };
  expect(await runToEnd(server, `flows/${id}`, next)).toMatchObject({ ran: [], outputs: { reply: 'then' } });
});

test('an edited value that does not fit is refused, and so is another flow’s run', async () => {
  const { server, id, run, model } = await openWorkshop();
  const { runId } = await run();
  const start = (of: string, body: object): Promise<Answer> =>
    server.ask(`/api/v1/flows/${of}/runs`, { method: 'POST', body: { editor: true, ...body } });
  const misfit = await start(id, { basis: runId, given: { chat: { answer: 12 } } });
  expect([misfit.status, misfit.json.code, misfit.json.node]).toEqual([422, 'value-wrong-kind', 'chat']);
  const other = await server.save({ ...flow(model.baseUrl), name: 'Other' });
  expect((await start(other, { basis: runId, given: { chat: { answer: 'x' } } })).json.code).toBe('run-not-found');
  const forged = { ref: 'a'.repeat(64), kind: 'text', size: 9, preview: '' };
  expect((await start(id, { basis: runId, given: { chat: { answer: forged } } })).json.code).toBe('value-not-found');
  expect((await start(id, { given: { '__proto__/x y': {} } })).status).toBe(400);
});

test('a file in a pinned value is read only if the flow or the run that it comes from has it', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'notes.txt'), 'hello');
  const { server, pins } = await openWorkshop(folder);
  const file = {
    file: createHash('sha256').update('hello').digest('hex'),
    name: 'n',
    mediaType: 'text/plain',
    size: 5,
  };
  const reader = {
    jacquard: 1,
    name: 'Reader',
    nodes: { read: { type: 'data.read-file', inputs: { file: { file: 'notes.txt' } } } },
  };
  await runToEnd(server, `flows/${await server.save(reader)}`, { editor: true });
  expect((await pins('PUT', 'chat', { outputs: { answer: file } })).json.code).toBe('file-not-found');
});
