import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runToEnd, type RunReport } from '../fixtures/run-report.ts';
import { startSlowModel, type SlowModel } from '../fixtures/slow-model.ts';
import { startUnderTest, temporaryFolder, type ServerUnderTest } from '../security/server-under-test.ts';

/**
 *   read ──▶ ask ──▶ chat ──▶ last ──▶ reply
 *   other (a template of its own) ───▶ aside
 */
function flow(
  baseUrl: string,
  { last = 'Answer: {{answer}}', ...more }: { last?: string; [part: string]: unknown } = {},
) {
  return {
    jacquard: 1,
    name: 'Reuse',
    nodes: {
      read: { type: 'data.read-file', inputs: { file: { file: 'notes.txt' } } },
      ask: { type: 'prompts.template', inputs: { template: 'Say: {{text}}', text: { from: 'read.text' } } },
      model: { type: 'models.openai-compatible', inputs: { baseUrl, model: 'm' } },
      chat: { type: 'models.chat', inputs: { model: { from: 'model.model' }, prompt: { from: 'ask.text' } } },
      last: { type: 'prompts.template', inputs: { template: last, answer: { from: 'chat.answer' } } },
      other: { type: 'prompts.template', inputs: { template: 'Beside' } },
      reply: { type: 'io.text-output', inputs: { text: { from: 'last.text' } } },
      aside: { type: 'io.text-output', inputs: { text: { from: 'other.text' } } },
    },
    ...more,
  };
}

interface Workshop {
  readonly model: SlowModel;
  readonly server: ServerUnderTest;
  readonly id: string;
  write(text: string): void;
  save(document: object): Promise<void>;
  /** Runs as the editor does. */
  run(more?: object): Promise<RunReport>;
  /** Runs as a caller of the API does. */
  call(): Promise<RunReport>;
}

/** A project folder with a file, the flow, and a model that never answers twice the same. */
async function openWorkshop(): Promise<Workshop> {
  const model = await startSlowModel((prompt, earlier) => ({
    tag: `${prompt.slice(5)}-${earlier}`,
    words: 2,
    pause: 0,
  }));
  onTestFinished(() => model.close());
  const projectFolder = temporaryFolder();
  const write = (text: string): void => writeFileSync(join(projectFolder, 'notes.txt'), text);
  write('one');
  const server = await startUnderTest({ projectFolder, environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } });
  const id = await server.save(flow(model.baseUrl));
  return {
    model,
    server,
    id,
    write,
    async save(document) {
      const { headers } = await server.ask(`/api/v1/flows/${id}`);
      const put = { method: 'PUT', headers: { 'if-match': String(headers.etag) }, body: { document } };
      const { status, text } = await server.ask(`/api/v1/flows/${id}`, put);
      if (status !== 200) throw new Error(text);
    },
    run: (more) => runToEnd(server, `flows/${id}`, { editor: true, ...more }),
    call: () => runToEnd(server, `flows/${id}`, {}),
  };
}

const all = ['ask', 'chat', 'last', 'other', 'read'];

test('what was run is kept: run again unchanged, nothing runs', async () => {
  const { run, model } = await openWorkshop();
  const first = await run();
  expect([first.status, first.ran.toSorted(), first.kept]).toEqual(['completed', all, []]);
  const second = await run();
  expect([second.ran, second.kept]).toEqual([[], all]);
  expect(second.outputs).toEqual(first.outputs);
  expect(model.prompts).toEqual(['Say: one']);
});

test('after an edit of the last node only it runs', async () => {
  const { run, save, model } = await openWorkshop();
  await run();
  await save(flow(model.baseUrl, { last: 'It said: {{answer}}' }));
  const { ran, outputs } = await run();
  expect(ran).toEqual(['last']);
  expect(outputs.reply).toBe('It said: one-0.0 one-0.1 ');
  expect(model.prompts).toHaveLength(1);
});

test('after an edit of layout, titles, notes or the name, nothing runs', async () => {
  const { run, save, model } = await openWorkshop();
  await run();
  const edited = flow(model.baseUrl, {
    name: 'Another name',
    layout: { nodes: { chat: { x: 500, y: 40 } }, notes: { hint: { x: 0, y: 0, text: 'Try it' } } },
  });
  await save({ ...edited, nodes: { ...edited.nodes, chat: { ...edited.nodes.chat, title: 'The model' } } });
  expect(await run()).toMatchObject({ ran: [], kept: all });
});

test('a node under another id takes what was kept: values hang on what a node does, not on its name', async () => {
  const { run, save, model } = await openWorkshop();
  await run();
  const { chat, last, ...nodes } = flow(model.baseUrl).nodes;
  const renamed = { ...last, inputs: { ...last.inputs, answer: { from: 'talk.answer' } } };
  await save({ ...flow(model.baseUrl), nodes: { ...nodes, talk: chat, last: renamed } });
  expect(await run()).toMatchObject({ ran: [] });
});

test('run afresh, samples are drawn anew and pure steps stay; from then on the new ones are kept', async () => {
  const { run } = await openWorkshop();
  const first = await run();
  const afresh = await run({ afresh: true });
  expect(afresh.ran).toEqual(['chat', 'last']);
  expect(afresh.kept).toEqual(['ask', 'other', 'read']);
  expect([first.outputs.reply, afresh.outputs.reply]).toEqual(['Answer: one-0.0 one-0.1 ', 'Answer: one-1.0 one-1.1 ']);
  const after = await run();
  expect([after.ran, after.outputs]).toEqual([[], afresh.outputs]);
});

test('run from a node, it and what hangs on it run', async () => {
  const { run } = await openWorkshop();
  await run();
  expect(await run({ from: 'chat' })).toMatchObject({ ran: ['chat', 'last'], kept: ['ask', 'other', 'read'] });
});

test('a changed file runs its readers again, and what hangs on them; put back, nothing', async () => {
  const { run, write } = await openWorkshop();
  const first = await run();
  write('two');
  expect(await run()).toMatchObject({ ran: ['read', 'ask', 'chat', 'last'], kept: ['other'] });
  write('one');
  expect(await run()).toMatchObject({ ran: [], outputs: first.outputs });
});

test('a caller of the API gets a new sample each time, also of what the editor has kept', async () => {
  const { run, call, model } = await openWorkshop();
  await run();
  const replies = [(await call()).outputs.reply, (await call()).outputs.reply];
  expect(replies).toEqual(['Answer: one-1.0 one-1.1 ', 'Answer: one-2.0 one-2.1 ']);
  expect(model.prompts).toHaveLength(3);
});

test('for a caller of the API pure steps that take time are kept', async () => {
  const server = await startUnderTest();
  const id = await server.save({
    jacquard: 1,
    name: 'Pure',
    nodes: {
      text: { type: 'io.text-input' },
      split: { type: 'data.split', inputs: { text: { from: 'text.text' }, into: 'sentences' } },
      parts: { type: 'io.json-output', inputs: { json: { from: 'split.parts' } } },
    },
  });
  const inputs = { text: 'A sentence of some length, and then another one. '.repeat(8_000) };
  const first = await runToEnd(server, `flows/${id}@draft`, { inputs });
  const second = await runToEnd(server, `flows/${id}@draft`, { inputs });
  expect([first.ran, second.ran, second.kept]).toEqual([['split'], [], ['split']]);
});

test('a flow may say that callers of the API take every kept value', async () => {
  const { run, call, save, model } = await openWorkshop();
  const first = await run();
  await save(flow(model.baseUrl, { reuse: 'all' }));
  expect(await call()).toMatchObject({ ran: [], outputs: first.outputs });
});
