import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startSlowModel, textOf } from '../fixtures/slow-model.ts';
import { runSnippet } from '../fixtures/run-snippet.ts';
import { askingFlow } from '../security/hostile-flows.ts';
import { startUnderTest, temporaryFolder, type ServerUnderTest } from '../security/server-under-test.ts';

const root = resolve(import.meta.dirname, '../..');
const patient = { timeout: 60_000 };

/** As strict as a project can be, without types of Node's or of anything else that is installed. */
const strictest = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    target: 'es2022',
    module: 'nodenext',
    lib: ['es2022', 'dom', 'dom.iterable', 'dom.asynciterable'],
    types: [],
    allowImportingTsExtensions: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    noImplicitOverride: true,
    noImplicitReturns: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
  },
};

/** What the compiler says of these files: nothing when all is well. */
function typeFaults(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  const all = { ...files, 'tsconfig.json': JSON.stringify(strictest), 'package.json': '{"type":"module"}' };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text);
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {
    encoding: 'utf8',
  });
  return stdout;
}

/** The client that the server writes of these flows; of all, without any. */
async function clientOf(server: ServerUnderTest, ...flows: string[]): Promise<string> {
  const query = flows.map((flow) => `flow=${encodeURIComponent(flow)}`).join('&');
  const { status, text, headers } = await server.ask(`/api/v1/client.ts?${query}`);
  expect({ status, text }).toMatchObject({ status: 200 });
  expect(headers['content-disposition']).toContain('client.ts');
  return text;
}

/** A flow that asks for a number, and lets its callers set another. */
const double = {
  jacquard: 1,
  name: 'Double',
  overrides: ['model.temperature'],
  nodes: {
    value: { type: 'io.number-input', inputs: { min: 1 } },
    model: { type: 'models.chat-model', inputs: { model: 'default' } },
    chat: { type: 'models.chat', inputs: { model: { from: 'model.model' }, prompt: { from: 'value.number' } } },
    reply: { type: 'io.text-output', inputs: { text: { from: 'chat.answer' } } },
  },
};

test('a client of all examples type-checks, and refuses what the flows would', patient, async () => {
  const projectFolder = join(temporaryFolder(), 'examples');
  mkdirSync(projectFolder);
  cpSync(join(root, 'examples/en'), projectFolder, { recursive: true });
  writeFileSync(join(projectFolder, 'double.flow.json'), JSON.stringify(double));
  const server = await startUnderTest({ projectFolder });
  const client = await clientOf(server);
  const use = `
import { createClient, type FileValue, type OutputsOf } from './client.ts';

const client = createClient({ apiKey: undefined });
const { outputs, usage } = await client.invoke('hello-model', { question: 'Hi' });
export const reply: string = outputs.reply;
export const tokens: number | undefined = usage.outputTokens;
declare const file: FileValue;
export const summary: OutputsOf<'summarise-a-file'> = await client
  .stream('summarise-a-file', { document: file, request: 'Shortly' }, { version: 'draft', signal: AbortSignal.timeout(1) })
  .outputs();
await client.invoke('summarise-a-file', {});

// @ts-expect-error There is no such flow.
await client.invoke('hello-modell', { question: 'Hi' });
// @ts-expect-error What can't be left out is missing.
await client.invoke('double', {});
// @ts-expect-error It is a number.
await client.invoke('double', { value: '2' });
await client.invoke('double', { value: 2 }, { overrides: { 'model.temperature': 0.5 } });
// @ts-expect-error A question is a text.
await client.invoke('hello-model', { question: 3 });
// @ts-expect-error There is no such input.
await client.invoke('hello-model', { question: 'Hi', temperature: 0 });
// @ts-expect-error It lets callers set nothing.
await client.invoke('hello-model', { question: 'Hi' }, { overrides: { 'model.temperature': 0 } });
// @ts-expect-error There is no such output.
export const other: string = outputs.answer;
// @ts-expect-error A file is what was handed in, not a path.
await client.invoke('summarise-a-file', { document: 'letter.txt' });
for await (const event of client.stream('hello-model', { question: 'Hi' })) {
  if (event.type === 'delta') event.text satisfies string;
  // @ts-expect-error Only the end has outputs.
  event.outputs;
  if (event.type === 'run-end') event.status satisfies 'completed' | 'failed' | 'cancelled' | 'interrupted';
}
`;
  expect(typeFaults({ 'client.ts': client, 'use.ts': use })).toBe('');
});

/** Runs a program that uses the client; what it prints as JSON comes back. */
async function use(client: string, program: string): Promise<Record<string, unknown>> {
  const { code, out, error } = await runSnippet(
    {
      syntax: 'typescript',
      text: `import { createClient, JacquardProblem, RunPaused } from './client.ts';\n${program}`,
    },
    { 'client.ts': client, 'package.json': '{"type":"module"}' },
  );
  expect({ code, error }).toEqual({ code: 0, error: '' });
  return JSON.parse(out) as Record<string, unknown>; // boundary: the program prints an object
}

const reading = {
  jacquard: 1,
  name: 'Reading',
  nodes: {
    letter: { type: 'io.file-input' },
    read: { type: 'data.read-file', inputs: { file: { from: 'letter.file' } } },
    reply: { type: 'io.text-output', inputs: { text: { from: 'read.text' } } },
  },
};

const asked = {
  jacquard: 1,
  name: 'Send a letter',
  nodes: {
    letter: { type: 'io.text-input' },
    ask: { type: 'control.ask-person', inputs: { value: { from: 'letter.text' }, message: 'Send it?' } },
    sent: { type: 'io.text-output', inputs: { text: { from: 'ask.approved' } } },
    kept: { type: 'io.text-output', inputs: { text: { from: 'ask.rejected' } } },
  },
};

test('the client calls, streams, goes on with conversations and says what went wrong', patient, async () => {
  const answer = { tag: 'w', words: 6, pause: 5 };
  const model = await startSlowModel(() => answer);
  onTestFinished(() => model.close());
  const server = await startUnderTest({ environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } });
  const id = await server.save(askingFlow(model.baseUrl));
  const program = `
const client = createClient();
const { outputs, runId } = await client.invoke('${id}', { question: 'Hi' });
const types = [];
let written = '';
const stream = client.stream('${id}', { question: 'Hi' });
for await (const event of stream) {
  types.push(event.type);
  if (event.type === 'delta') written += event.text;
}
const streamed = await stream.outputs();
let text = '';
const texts = client.stream('${id}', { question: 'Hi' });
for await (const piece of texts.text('reply')) text += piece;
const afterText = await texts.outputs();
const session = await client.createSession('${id}', 'Talk');
await client.invoke('${id}', { question: 'One' }, { sessionId: session });
const second = await client.stream('${id}', { question: 'Two' }, { sessionId: session }).outputs();
const problem = await client.invoke('${id}', {} as never).catch((error) => error);
const gone = await client.status('none').catch((error) => error);
const language = await createClient({ language: 'fr' }).status('none').catch((error) => error);
const signal = AbortSignal.timeout(1);
const aborted = await client.invoke('${id}', { question: 'Hi' }, { signal }).catch((error) => error);
const again = await stream.outputs().then(() => 'read', (error) => error.code);
const twice = await stream.text().next().catch((error) => error.code);
console.log(JSON.stringify({
  outputs, hasRun: runId.length > 0, types, written, streamed, text, afterText, second, again, twice, session,
  problem: problem instanceof JacquardProblem && { code: problem.code, status: problem.status, params: problem.params },
  gone: [gone.code, gone.status, gone.message], language: language.message,
  aborted: [aborted instanceof JacquardProblem, aborted.name],
}));`;
  const seen = await use(await clientOf(server, `${id}@draft`), program);
  const said = textOf(answer);
  expect(seen).toMatchObject({
    outputs: { reply: said },
    hasRun: true,
    written: said,
    streamed: { reply: said },
    text: said,
    afterText: { reply: said },
    second: { reply: said },
    again: 'read',
    twice: 'stream-read',
    problem: { code: 'run-input-missing', status: 422 },
    aborted: [false, 'TimeoutError'],
  });
  expect(seen['types']).toEqual(expect.arrayContaining(['run-start', 'delta', 'step-end', 'run-end']));
  expect(seen['gone']).not.toContain(seen['language']);
  const { messages } = (await server.ask(`/api/v1/sessions/${String(seen['session'])}`)).json;
  expect(messages).toMatchObject([{ content: 'One' }, { content: said }, { content: 'Two' }, { content: said }]);
});

test(
  'the client hands files in, waits in the background, answers for a person, and takes large values whole',
  patient,
  async () => {
    const server = await startUnderTest();
    const [read, ask] = [await server.save(reading), await server.save(asked)];
    const program = `
const client = createClient();
const long = 'All work and no play. '.repeat(10_000);
const letter = await client.upload(new Blob([long]), 'letter.txt');
const { outputs } = await client.invoke('${read}', { letter });
const [good, bad] = await client.batch('${read}', [{ letter }, { letter: { ...letter, file: '0'.repeat(64) } }], { concurrency: 1 });
const key = crypto.randomUUID();
const once = await client.start('${read}', { letter }, { idempotencyKey: key });
const again = await client.start('${read}', { letter }, { idempotencyKey: key });
const background = await client.start('${read}', { letter });
const later = await client.result('${read}', background);
const ended = [];
for await (const event of client.events(background, 3)) ended.push(event.type);
const paused = await client.invoke('${ask}', { letter: 'Dear all' }).catch((error) => error);
await client.answer(paused.runId, { approved: true });
const sent = await client.result('${ask}', paused.runId);
const waiting = await client.start('${ask}', { letter: 'Dear all' });
const alsoPaused = await client.result('${ask}', waiting).catch((error) => error);
await client.cancel(waiting);
const cancelled = await client.result('${ask}', waiting).catch((error) => error);
console.log(JSON.stringify({
  batch: [good.outputs.reply === long, bad.problem instanceof JacquardProblem && bad.problem.status >= 400], isOnce: once === again,
  whole: outputs.reply === long, later: later.reply === long, ended: ended.at(-1), sent,
  paused: paused instanceof RunPaused && paused.waiting.map(({ step, form }) => [step, form.message]),
  alsoPaused: alsoPaused instanceof RunPaused, cancelled: cancelled.code, state: (await client.status(waiting)).status,
}));`;
    expect(await use(await clientOf(server, `${read}@draft`, `${ask}@draft`), program)).toEqual({
      batch: [true, true],
      isOnce: true,
      whole: true,
      later: true,
      ended: 'run-end',
      sent: { sent: 'Dear all' },
      paused: [['ask', 'Send it?']],
      alsoPaused: true,
      cancelled: 'run-cancelled',
      state: 'cancelled',
    });
  },
);
