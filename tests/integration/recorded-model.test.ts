import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { openAiServer } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../security/server-under-test.ts';

const main = join(import.meta.dirname, '../../apps/cli/src/main.ts');
const folder = temporaryFolder();

//  behind ─▶ model ─▶ votes ─▶ answer
//  question ───────────┘  └──▶ samples
function flowFile(name: string, mode: string, recording = 'threads'): string {
  const file = join(folder, `${name}.flow.json`);
  const nodes = {
    question: { type: 'io.text-input' },
    behind: { type: 'models.openai', inputs: { model: 'counts' } },
    model: {
      type: 'models.recorded-model',
      inputs: { model: { from: 'behind.model' }, recording, mode },
    },
    votes: {
      type: 'reasoning.self-consistency',
      inputs: { model: { from: 'model.model' }, question: { from: 'question.text' }, samples: 3, adaptive: false },
    },
    answer: { type: 'io.text-output', inputs: { text: { from: 'votes.answer' } } },
    samples: { type: 'io.table-output', inputs: { table: { from: 'votes.samples' } } },
  };
  writeFileSync(file, JSON.stringify({ jacquard: 1, name, nodes }));
  return file;
}

async function jacquard(file: string, question: string, environment: Readonly<Record<string, string>> = {}) {
  const { OPENAI_API_KEY: _key, OPENAI_BASE_URL: _url, ...own } = process.env;
  const env = { ...own, JACQUARD_HOME: temporaryFolder(), LANG: 'en_GB.UTF-8', ...environment };
  const words = ['--disable-warning=ExperimentalWarning', main, 'run', file, '-i', `question=${question}`];
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (child.exitCode === null) await once(child, 'exit');
  return { code: child.exitCode, out: out === '' ? {} : (JSON.parse(out) as Record<string, unknown>), error }; // boundary: the command prints an object
}

test('a flow that was recorded once gives the same ever after, without its model, and holds no key', async () => {
  let turn = 0;
  const replies = ['Answer: 12', 'Answer: 13', 'Answer: 12 threads'];
  const server = await openAiServer(() => ({ words: (replies[turn++] ?? '').split(/(?= )/) }));
  const environment = { OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: 'sk-very-secret' };
  const recorded = await jacquard(flowFile('Record', 'fill'), 'How many?', environment);
  await server.close();
  expect(recorded).toMatchObject({ code: 0, out: { outputs: { answer: '12' } } });

  const file = readFileSync(join(folder, 'threads.recording.jsonl'), 'utf8');
  expect(file.split('\n').filter((line) => line.startsWith('{"answer"'))).toHaveLength(3);
  expect(file).not.toMatch(/sk-very-secret|127\.0\.0\.1/);

  const replay = flowFile('Replay', 'replay');
  const again = [await jacquard(replay, 'How many?'), await jacquard(replay, 'How many?')];
  expect(again.map(({ out }) => out['outputs'])).toEqual([recorded.out['outputs'], recorded.out['outputs']]);
}, 60_000);

test('a recording may be written by hand; a question that isn’t in it fails in words, with the nearest that is', async () => {
  const prompt = { messages: [{ role: 'user', content: 'How many threads has a warp?' }] };
  const lines = [{ recording: 1 }, { prompt }, { answer: 'Some.' }].map((line) => JSON.stringify(line));
  writeFileSync(join(folder, 'by-hand.recording.jsonl'), lines.join('\n'));
  const { code, error } = await jacquard(flowFile('By hand', 'replay', 'by-hand'), 'How many threads has a weft?');
  expect([code, error]).toEqual([1, expect.stringContaining('recorded “…many threads has a warp?”')]);
}, 60_000);
