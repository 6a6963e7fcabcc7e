import type { Fetch } from '@jacquard/node-kit';
import { expect, test } from 'vitest';
import { providersElsewhere } from './models-elsewhere.ts';

const openaiBaseUrl = 'https://api.openai.com/v1';
const silent: Fetch = () => Promise.reject(new Error('nothing listens'));
const answering =
  (body: unknown): Fetch =>
  async () =>
    Response.json(body);

const find = (environment: Record<string, string>, secrets: readonly string[], fetch: Fetch = silent) =>
  providersElsewhere({
    configuration: { openaiBaseUrl, environment },
    hasSecret: (name) => secrets.includes(name),
    fetch,
  });

test('without a key and a server there is no one', async () => {
  expect(await find({}, ['other'])).toEqual([]);
  expect(await find({}, [], answering({ something: 'else' }))).toEqual([]);
});

test('OpenAI is there with its key, Ollama when it answers here, with its models', async () => {
  expect(await find({}, ['openai-api-key'], answering({ models: [{ name: 'qwen:1b' }] }))).toEqual([
    { id: 'openai', origin: 'https://api.openai.com', isHere: false },
    { id: 'ollama', origin: 'http://127.0.0.1:11434', isHere: true, models: ['qwen:1b'] },
  ]);
});

test('an Ollama on another machine is named, and asked nothing', async () => {
  const never: Fetch = () => expect.unreachable('it was asked');
  expect(await find({ OLLAMA_HOST: 'http://gpu.example.org:11434' }, [], never)).toEqual([
    { id: 'ollama', origin: 'http://gpu.example.org:11434', isHere: false },
  ]);
});
