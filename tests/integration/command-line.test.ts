import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { templateFlow } from '../security/hostile-flows.ts';
import { jacquard } from '../fixtures/run-jacquard.ts';
import { startSlowModel } from '../fixtures/slow-model.ts';
import { temporaryFolder } from '../security/server-under-test.ts';

const main = join(import.meta.dirname, '../../apps/cli/src/main.ts');

function flowFile(document: object | string): string {
  const file = join(temporaryFolder(), 'greet.flow.json');
  writeFileSync(file, typeof document === 'string' ? document : JSON.stringify(document));
  return file;
}

const greeting = {
  jacquard: 1,
  name: 'Greet',
  nodes: {
    who: { type: 'io.text-input' },
    greet: { type: 'prompts.template', inputs: { template: 'Hello {{who}}!', who: { from: 'who.text' } } },
    reply: { type: 'io.text-output', inputs: { text: { from: 'greet.text' } } },
  },
};

const talk = {
  jacquard: 1,
  name: 'Talk',
  nodes: {
    model: { type: 'models.openai', inputs: { model: 'slow' } },
    chat: { type: 'models.chat', inputs: { model: { from: 'model.model' }, prompt: 'Go on' } },
    reply: { type: 'io.text-output', inputs: { text: { from: 'chat.answer' } } },
  },
};

test('run prints one JSON object to a pipe, from words or from the standard input', async () => {
  const file = flowFile(greeting);
  const byWords = await jacquard(['run', file, '--input', 'who=Ada']);
  expect([byWords.code, JSON.parse(byWords.out)]).toMatchObject([
    0,
    { status: 'completed', outputs: { reply: 'Hello Ada!' } },
  ]);
  const byPipe = await jacquard(['run', file], { input: '{"who": "Joseph"}' });
  expect(JSON.parse(byPipe.out)).toMatchObject({ outputs: { reply: 'Hello Joseph!' } });
});

test('a reader who goes before the answer is no failure', async () => {
  const env = { ...process.env, JACQUARD_HOME: temporaryFolder() };
  const words = ['--disable-warning=ExperimentalWarning', main, 'run', flowFile(greeting), '-i', 'who=Ada'];
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  const [error] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect([child.exitCode, error]).toEqual([0, '']);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('a run stopped by %s says so and exits with %i', async (signal, code) => {
  const model = await startSlowModel(() => ({ tag: 'w', words: 1000, pause: 20 }));
  onTestFinished(() => model.close());
  const env = { ...process.env, JACQUARD_HOME: temporaryFolder(), OPENAI_BASE_URL: model.baseUrl, OPENAI_API_KEY: 'k' };
  const words = ['--disable-warning=ExperimentalWarning', main, 'run', flowFile(talk)];
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const out = text(child.stdout);
  await vi.waitFor(() => expect(model.prompts).toHaveLength(1), { timeout: 10_000 });
  child.kill(signal);
  await once(child, 'exit');
  expect([child.exitCode, JSON.parse(await out)]).toMatchObject([code, { status: 'cancelled' }]);
});

test('a flow with issues exits with 2 and says where; nothing of it runs', async () => {
  const file = flowFile(templateFlow('Hello {{who}}'));
  for (const command of ['check', 'run']) {
    const ended = await jacquard([command, file]);
    expect([command, ended.code, ended.out]).toEqual([command, 2, '']);
    expect(ended.error).toContain('step.who');
  }
  const noJson = await jacquard(['check', flowFile('{\n  "jacquard": 1,\n  oops')]);
  expect([noJson.code, noJson.error]).toEqual([2, expect.stringMatching(/line 3/i)]);
});

test('a run that fails exits with 1, and the reason is a sentence in the user’s language', async () => {
  const parse = { type: 'data.parse-json', inputs: { text: { from: 'who.text' } } };
  const nodes = {
    ...greeting.nodes,
    greet: parse,
    reply: { type: 'io.json-output', inputs: { json: { from: 'greet.json' } } },
  };
  const file = flowFile({ ...greeting, nodes });
  const ended = await jacquard(['run', file, '-i', 'who=no json'], { environment: { LANG: 'fr_FR.UTF-8' } });
  expect(ended.code).toBe(1);
  expect(JSON.parse(ended.out)).toMatchObject({ status: 'failed' });
  expect(ended.error).toMatch(/JSON/);
  expect(ended.error).not.toMatch(/\bat .*\.ts/);
});

test('a port in use is said with what to do, and a wrong configuration by its name', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const address = other.address();
  const port = String(typeof address === 'object' && address !== null ? address.port : 0);
  const ended = await jacquard(['start', '--no-open', '--port', port]);
  expect(ended.code).toBe(1);
  expect(ended.error).toContain(port);
  expect(ended.error).toContain('--port');
  const wrong = await jacquard(['start', '--no-open'], { environment: { LOG_LEVEL: 'loud' } });
  expect([wrong.code, wrong.error]).toEqual([1, expect.stringContaining('LOG_LEVEL')]);
});

test('a home that can’t be written to is said by its path, in a sentence', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'home'), 'a file');
  const environment = { JACQUARD_HOME: join(folder, 'home') };
  const ended = await jacquard(['models'], { environment });
  expect([ended.code, ended.error]).toEqual([1, expect.stringContaining(environment.JACQUARD_HOME)]);
  expect(ended.error).not.toMatch(/\bat .*\.ts/);
});

test('a run that waits for a person ends the command, which says what is asked and how it goes on', async () => {
  const nodes = {
    ask: { type: 'control.ask-person', inputs: { value: 'A letter', message: 'Send it?' } },
    reply: { type: 'io.text-output', inputs: { text: { from: 'ask.approved' } } },
  };
  const { code, out, error } = await jacquard(['run', flowFile({ jacquard: 1, name: 'Ask', nodes })]);
  expect([code, JSON.parse(out)]).toMatchObject([
    3,
    { status: 'paused', waiting: [{ step: 'ask', form: { message: 'Send it?' } }] },
  ]);
  expect(error).toContain('/answer');
});
