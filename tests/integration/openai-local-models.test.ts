import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { madeChatModel, madeEncoder, writeGguf } from '@jacquard/local-llm/testing';
import OpenAI from 'openai';
import { expect, test, vi } from 'vitest';
import { startUnderTest, type ServerUnderTest } from '../security/server-under-test.ts';

// Other tests run beside models that are loaded.
vi.setConfig({ testTimeout: 120_000 });

interface Started {
  readonly server: ServerUnderTest;
  readonly client: OpenAI;
}

/** A server with models of random weights: what they say is nonsense, and of the form asked for. */
async function start(password?: string): Promise<Started> {
  const environment = { JACQUARD_NETWORK: 'none', JACQUARD_MODEL: 'made' };
  const server = await startUnderTest({ environment, ...(password !== undefined && { password }) });
  const models = join(server.home, 'models');
  mkdirSync(models, { recursive: true });
  await writeGguf(join(models, 'made.gguf'), madeChatModel());
  await writeGguf(join(models, 'encoder.gguf'), madeEncoder('embeddings', { name: 'Encoder' }));
  const apiKey = password === undefined ? 'none' : (await server.makeKey({ actions: ['models'] })).text;
  return { server, client: new OpenAI({ baseURL: `${server.url}/v1`, apiKey, maxRetries: 0 }) };
}

const messages = [{ role: 'user', content: 'Which city?' } as const];
const city = {
  type: 'object',
  properties: { city: { type: 'string', enum: ['Nice', 'Lyon'] } },
  required: ['city'],
  additionalProperties: false,
};
const tool = {
  type: 'function',
  function: { name: 'weather', description: 'Tells the weather.', parameters: city },
} as const;

test('local models are models: listed with what they are for, and asked straight', async () => {
  const { client } = await start('a long password of the operator');
  const listed = (await client.models.list()).data.map((model) => ({ kind: null, ...model }));
  expect(listed.map(({ id }) => id)).toEqual(['default', 'encoder', 'made', 'universal-sentence-encoder-lite']);
  expect(await client.models.retrieve('made')).toMatchObject({
    id: 'made',
    object: 'model',
    jacquard: { kind: 'chat' },
  });
  await expect(client.models.retrieve('gpt-4o')).rejects.toMatchObject({ status: 404, code: 'model_not_found' });
  const asked = { messages, max_tokens: 5, temperature: 0, seed: 7 };
  const one = await client.chat.completions.create({ model: 'default', ...asked });
  const two = await client.chat.completions.create({ model: 'local:made', ...asked });
  expect(one.usage).toMatchObject({ completion_tokens: 5, total_tokens: (one.usage?.prompt_tokens ?? 0) + 5 });
  expect(one.choices[0]?.finish_reason).toBe('length');
  expect(two.choices[0]?.message.content).toBe(one.choices[0]?.message.content);
});

async function drawSeveral({ client }: Started): Promise<void> {
  const asked = { model: 'made', messages, max_completion_tokens: 4, seed: 3, n: 2, logprobs: true, top_logprobs: 2 };
  const whole = await client.chat.completions.create(asked);
  expect(whole.choices.map(({ index }) => index)).toEqual([0, 1]);
  for (const { logprobs } of whole.choices) {
    expect(logprobs?.content?.length).toBeGreaterThan(0);
    expect(logprobs?.content?.every(({ top_logprobs, logprob }) => top_logprobs.length === 2 && logprob <= 0)).toBe(
      true,
    );
  }
  const texts = ['', ''];
  const stream = await client.chat.completions.create({
    ...asked,
    stream: true,
    stream_options: { include_usage: true },
  });
  let usage: unknown;
  for await (const chunk of stream) {
    for (const { index, delta } of chunk.choices) texts[index] += delta.content ?? '';
    usage = chunk.usage ?? usage;
  }
  expect(texts).toEqual(whole.choices.map(({ message }) => message.content));
  expect(usage).toMatchObject({ completion_tokens: whole.usage?.completion_tokens });
}

test('an answer is held to a schema, or to a call of a tool', async () => {
  const { client } = await start();
  const format = { type: 'json_schema', json_schema: { name: 'city', schema: city, strict: true } } as const;
  const held = await client.chat.completions.create({ model: 'made', messages, response_format: format });
  expect(['Nice', 'Lyon']).toContain(JSON.parse(held.choices[0]?.message.content ?? '').city);
  const json = { response_format: { type: 'json_object' }, logit_bias: { 5: -100 }, max_tokens: 30 } as const;
  const object = await client.chat.completions.create({ model: 'made', messages, ...json });
  expect(object.choices[0]?.message.content?.trimStart()).toMatch(/^\{/);
  const asked = { model: 'made', messages, tools: [tool], tool_choice: 'required' as const, max_tokens: 200 };
  const called = await client.chat.completions.create(asked);
  const [call] = called.choices[0]?.message.tool_calls ?? [];
  expect(called.choices[0]).toMatchObject({ finish_reason: 'tool_calls', message: { content: null } });
  if (call?.type !== 'function') throw new Error('no call');
  expect(call.function.name).toBe('weather');
  expect(['Nice', 'Lyon']).toContain(JSON.parse(call.function.arguments).city);
  // The client puts the pieces of a streamed call together by itself.
  const runner = client.chat.completions.stream(asked);
  const message = await runner.finalMessage();
  expect(message.tool_calls?.[0]).toMatchObject({ type: 'function', function: { name: 'weather' } });
  const answered = await client.chat.completions.create({
    model: 'made',
    max_tokens: 2,
    messages: [
      ...messages,
      { role: 'assistant', content: null, tool_calls: [call] },
      { role: 'tool', tool_call_id: call.id, content: 'Sunny' },
    ],
  });
  expect(answered.choices).toHaveLength(1);
});

async function refuse({ client }: Started): Promise<void> {
  const ask = (more: object) => client.chat.completions.create({ model: 'made', messages, ...more });
  const unsupported = { status: 400, code: 'unsupported_parameter' };
  await expect(ask({ presence_penalty: 1 })).rejects.toMatchObject({ ...unsupported, param: 'presence_penalty' });
  await expect(ask({ top_logprobs: 3 })).rejects.toMatchObject({ status: 400, param: 'top_logprobs' });
  await expect(ask({ model: 'encoder' })).rejects.toMatchObject({ status: 422, code: 'model-not-for-this' });
  await expect(ask({ model: 'qwen2.5-0.5b' })).rejects.toMatchObject({ status: 404, code: 'model_not_found' });
  await expect(ask({ tools: [tool], response_format: { type: 'json_object' } })).rejects.toMatchObject({ status: 422 });
  const choice = { type: 'function', function: { name: 'other' } };
  await expect(ask({ tools: [tool], tool_choice: choice })).rejects.toMatchObject({ param: 'tool_choice' });
  const long = [{ role: 'user', content: 'word '.repeat(9000) }];
  await expect(ask({ messages: long })).rejects.toMatchObject({ code: 'context_length_exceeded' });
  await expect(ask({ messages: long, stream: true })).rejects.toMatchObject({ code: 'context_length_exceeded' });
}

async function hangUp({ client, server }: Started): Promise<unknown> {
  const busy = async (): Promise<unknown> => {
    const { host } = (await server.ask('/api/v1/models/host')).json as { host: { models: { busy: number }[] } }; // boundary: our own answer
    return host.models.map((model) => model.busy);
  };
  const stream = await client.chat.completions.create({ model: 'made', messages, max_tokens: 1900, stream: true });
  for await (const chunk of stream) {
    if (chunk.choices.length === 0) continue;
    expect(await busy()).toEqual([1]);
    break;
  }
  await vi.waitFor(async () => expect(await busy()).toEqual([0]), 20_000);
  return busy();
}

test('several answers with their tokens’ chances, the same text streamed, what can’t be done refused, and an end for who hangs up', async () => {
  const started = await start();
  await drawSeveral(started);
  await refuse(started);
  expect(await hangUp(started)).toEqual([0]);
});

test('embeddings: those that come along, those of a local model, and what isn’t taken', async () => {
  const { client } = await start();
  const input = ['The loom is cleaned on Fridays.', 'Tea is served at noon.'];
  const built = await client.embeddings.create({ model: 'default', input });
  expect(built.data.map(({ index, embedding }) => [index, embedding.length])).toEqual([
    [0, 512],
    [1, 512],
  ]);
  expect(built.usage.prompt_tokens).toBeGreaterThan(0);
  const floats = await client.embeddings.create({ model: 'default', input, encoding_format: 'float', dimensions: 512 });
  // The client asks for base64 by itself: 32-bit floats.
  expect(floats.data[0]?.embedding.map(Math.fround)).toEqual(built.data[0]?.embedding.map(Math.fround));
  const own = await client.embeddings.create({ model: 'encoder', input: 'loom' });
  expect(Math.hypot(...(own.data[0]?.embedding ?? []))).toBeCloseTo(1, 3);
  const ask = (more: object) => client.embeddings.create({ model: 'default', input: 'x', ...more });
  await expect(ask({ dimensions: 64 })).rejects.toMatchObject({ status: 422, param: 'dimensions' });
  await expect(ask({ input: [1, 2, 3] })).rejects.toMatchObject({ status: 422, param: 'input' });
  await expect(ask({ input: '' })).rejects.toMatchObject({ status: 400, param: 'input' });
  await expect(ask({ model: 'made' })).rejects.toMatchObject({ code: 'model-not-for-this' });
});
