import { openAiServer, type OpenAiAnswer, type OpenAiServer } from '@jacquard/node-kit/testing';
import OpenAI from 'openai';
import { expect, onTestFinished, test, vi } from 'vitest';
import { chatFlow, topicFlow, topicSchema } from '../fixtures/chat-flow.ts';
import { startSlowModel } from '../fixtures/slow-model.ts';
import { startUnderTest, temporaryFolder, type ServerUnderTest } from '../security/server-under-test.ts';

vi.setConfig({ testTimeout: 60_000 });

interface Started {
  readonly server: ServerUnderTest;
  readonly client: OpenAI;
}

/** A server whose flows are published: those of a project folder. */
async function start(apiKey = 'none'): Promise<Started> {
  const environment = { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' };
  const server = await startUnderTest({ projectFolder: temporaryFolder(), environment });
  return { server, client: new OpenAI({ baseURL: `${server.url}/v1`, apiKey, maxRetries: 0 }) };
}

async function scripted(answer: () => OpenAiAnswer): Promise<OpenAiServer> {
  const provider = await openAiServer(answer);
  onTestFinished(() => provider.close());
  return provider;
}

const user = (content: string) => ({ role: 'user', content }) as const;

test('a flow is a model: it answers, it streams, and says what was used', async () => {
  const { server, client } = await start();
  const provider = await scripted(() => ({ words: ['Good ', 'day.'] }));
  const model = await server.save(chatFlow(provider.baseUrl));
  const answer = await client.chat.completions.create({ model, messages: [user('Hello')], temperature: 1 });
  expect(answer).toMatchObject({
    object: 'chat.completion',
    model,
    choices: [{ index: 0, message: { role: 'assistant', content: 'Good day.' }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 9, completion_tokens: 2, total_tokens: 11 },
  });
  const { data: stream, response } = await client.chat.completions
    .create({ model, messages: [user('Hello')], stream: true, stream_options: { include_usage: true } })
    .withResponse();
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const chunks: OpenAI.ChatCompletionChunk[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe('Good day.');
  expect(chunks[0]?.choices[0]?.delta.role).toBe('assistant');
  expect(chunks.flatMap(({ choices }) => choices[0]?.finish_reason ?? [])).toEqual(['stop']);
  expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { completion_tokens: 2 } });
  expect(chunks.slice(0, -1).every(({ usage }) => usage === null)).toBe(true);
});

test('the earlier messages are the flow’s conversation, other inputs and what callers may set come along', async () => {
  const { server, client } = await start();
  const provider = await scripted(() => ({ words: ['Ada.'] }));
  const model = await server.save(chatFlow(provider.baseUrl));
  const messages: OpenAI.ChatCompletionMessageParam[] = [
    { role: 'developer', content: 'Be short.' },
    user('I am Ada.'),
    { role: 'assistant', content: 'Hello, Ada.' },
    { role: 'user', content: [{ type: 'text', text: 'Who am I?' }] },
  ];
  const asked = { model, temperature: 0.25, messages, jacquard: { inputs: { tone: 'kind' } } };
  await client.chat.completions.create(asked);
  expect(provider.requests[0]?.body).toMatchObject({
    temperature: 0.25,
    messages: [
      { role: 'system', content: 'kind' },
      { role: 'system', content: 'Be short.' },
      { role: 'user', content: 'I am Ada.' },
      { role: 'assistant', content: 'Hello, Ada.' },
      { role: 'user', content: 'Who am I?' },
    ],
  });
});

test('a flow’s data is a structured output when it is of the schema asked for', async () => {
  const { server, client } = await start();
  const provider = await scripted(() => ({ words: ['{"topic": "delivery", "urgent": true}'] }));
  const model = await server.save(topicFlow(provider.baseUrl));
  const ask = (schema: Record<string, unknown>) =>
    client.chat.completions.parse({
      model,
      messages: [user('My parcel is lost!')],
      response_format: { type: 'json_schema', json_schema: { name: 'topic', schema, strict: true } },
    });
  const { choices } = await ask(topicSchema);
  expect(JSON.parse(choices[0]?.message.content ?? '')).toEqual({ topic: 'delivery', urgent: true });
  await expect(ask({ type: 'object', required: ['colour'] })).rejects.toMatchObject({
    status: 422,
    code: 'answer-not-as-asked',
    param: 'response_format',
  });
  const talker = await server.save(chatFlow(provider.baseUrl));
  const format = { response_format: { type: 'json_object' } } as const;
  await expect(
    client.chat.completions.create({ model: talker, messages: [user('Hi')], ...format }),
  ).rejects.toMatchObject({ status: 422, code: 'flow-answers-with-text' });
});

test('what can’t be done is refused by name, in the form that clients know', async () => {
  const { server, client } = await start();
  const provider = await scripted(() => ({ words: ['Never'] }));
  const model = await server.save(chatFlow(provider.baseUrl));
  const refused = async (more: object): Promise<object> => {
    const asked = { model, messages: [user('Hi')], ...more };
    const error: unknown = await client.chat.completions.create(asked).catch((thrown: unknown) => thrown);
    if (!(error instanceof OpenAI.APIError)) throw new Error('it was answered');
    return { status: error.status, code: error.code, param: error.param };
  };
  const tool = { type: 'function', function: { name: 'weather', parameters: { type: 'object' } } };
  const invalid = { status: 400, code: 'invalid_value' };
  const unsupported = { status: 400, code: 'unsupported_parameter' };
  expect(await refused({ model: 'nobody' })).toEqual({ status: 404, code: 'model_not_found', param: 'model' });
  expect(await refused({ model: '../../etc' })).toEqual({ status: 404, code: 'model_not_found', param: 'model' });
  expect(await refused({ model: `${model}@9` })).toMatchObject({ status: 404, code: 'model_not_found' });
  expect(await refused({ tools: [tool] })).toEqual({ ...unsupported, param: 'tools' });
  expect(await refused({ n: 2 })).toEqual({ ...unsupported, param: 'n' });
  expect(await refused({ seed: 3 })).toEqual({ status: 422, code: 'unsupported_parameter', param: 'seed' });
  expect(await refused({ reasoning_effort: 'low' })).toEqual({ ...unsupported, param: 'reasoning_effort' });
  expect(await refused({ tempreature: 1 })).toEqual({ status: 400, code: 'unknown_parameter', param: 'tempreature' });
  expect(await refused({ temperature: 'hot' })).toEqual({ ...invalid, param: 'temperature' });
  expect(await refused({ messages: [{ role: 'pirate', content: 'x' }] })).toEqual({
    ...invalid,
    param: 'messages[0].role',
  });
  expect(await refused({ messages: [user('a'), { role: 'assistant', content: 'b' }] })).toMatchObject({
    code: 'last-message-not-users',
  });
  const picture = { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } };
  expect(await refused({ messages: [{ role: 'user', content: [picture] }] })).toMatchObject({ param: 'messages' });
  expect(await refused({ jacquard: { overrides: { 'model.baseUrl': 'http://127.0.0.1:1/' } } })).toMatchObject({
    status: 422,
    code: 'override-not-allowed',
  });
  expect(provider.requests).toHaveLength(0);
  const broken = await server.ask('/v1/chat/completions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"model":',
  });
  expect([broken.status, broken.json]).toMatchObject([400, { error: { code: 'body-not-json', param: null } }]);
  expect((await server.ask('/v1/images/generations', { method: 'POST', body: {} })).json).toMatchObject({
    error: { code: 'unknown_url' },
  });
});

test('a flow that fails says so, and isn’t run a second time by the client', async () => {
  const { server } = await start();
  const provider = await scripted(() => ({ status: 500, body: '{}' }));
  const model = await server.save(chatFlow(provider.baseUrl));
  const client = new OpenAI({ baseURL: `${server.url}/v1`, apiKey: 'none', maxRetries: 3 });
  const asked = { model, messages: [user('Hi')] };
  await expect(client.chat.completions.create(asked)).rejects.toMatchObject({ code: 'provider-failed' });
  await expect(client.chat.completions.create({ ...asked, stream: true })).rejects.toMatchObject({
    code: 'provider-failed',
  });
  expect(provider.requests).toHaveLength(2);
});

test('what goes wrong after the first words is an error of the stream', async () => {
  const { server, client } = await start();
  const slow = await startSlowModel(() => ({ tag: 'a', words: 20, pause: 20, cutAfter: 10 }));
  onTestFinished(() => slow.close());
  const model = await server.save(chatFlow(slow.baseUrl));
  const stream = await client.chat.completions.create({ model, messages: [user('Hi')], stream: true });
  let text = '';
  const reading = (async () => {
    for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? '';
  })();
  await expect(reading).rejects.toThrow(OpenAI.APIError);
  expect(text).toMatch(/^a\.0 a\.1 /);
});

test('an answer that begins anew after its first words is never two answers in one', async () => {
  const { server, client } = await start();
  const slow = await startSlowModel((_prompt, earlier) =>
    earlier === 0 ? { tag: 'first', words: 9, pause: 20, cutAfter: 5 } : { tag: 'second', words: 3, pause: 0 },
  );
  onTestFinished(() => slow.close());
  const flow = JSON.parse(JSON.stringify(chatFlow(slow.baseUrl))) as { nodes: { ask: { retry?: object } } }; // boundary: our own flow
  flow.nodes.ask.retry = { attempts: 2, delay: 0.01 };
  const model = await server.save(flow);
  const stream = await client.chat.completions.create({ model, messages: [user('Hi')], stream: true });
  let text = '';
  const reading = (async () => {
    for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? '';
  })();
  await expect(reading).rejects.toMatchObject({ code: 'answer-began-anew' });
  expect(text).not.toContain('second');
});

test('who hangs up ends the run', async () => {
  const { server, client } = await start();
  const slow = await startSlowModel(() => ({ tag: 'a', words: 2_000, pause: 20 }));
  onTestFinished(() => slow.close());
  const model = await server.save(chatFlow(slow.baseUrl));
  const stream = await client.chat.completions.create({ model, messages: [user('Hi')], stream: true });
  for await (const chunk of stream) if ((chunk.choices[0]?.delta.content ?? '') !== '') break;
  const statusOf = async (): Promise<unknown> => {
    const { runs } = (await server.ask('/api/v1/runs')).json as { runs: { status: string }[] }; // boundary: our own answer
    return runs.map(({ status }) => status);
  };
  await vi.waitFor(async () => expect(await statusOf()).toEqual(['cancelled']), 10_000);
});

test('what isn’t published is no model, and a version is asked for by number', async () => {
  const provider = await scripted(() => ({ words: ['Hi'] }));
  const server = await startUnderTest({ environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' } });
  const client = new OpenAI({ baseURL: `${server.url}/v1`, apiKey: 'none', maxRetries: 0 });
  const id = await server.save(chatFlow(provider.baseUrl));
  const flows = async () => (await client.models.list()).data.filter(({ owned_by: owner }) => owner === 'jacquard');
  const ask = async (model: string) =>
    (await client.chat.completions.create({ model, messages: [user('Hi')] })).choices[0]?.message.content;
  expect(await flows()).toEqual([]);
  await expect(ask(id)).rejects.toMatchObject({ status: 404, code: 'model_not_found' });
  expect(await ask(`${id}@draft`)).toBe('Hi');
  const { status } = await server.ask(`/api/v1/flows/${id}/publications`, { method: 'POST', body: {} });
  expect(status).toBe(201);
  expect((await flows()).map((model) => model.id)).toEqual([id]);
  expect(await ask(id)).toBe('Hi');
  expect(await ask(`${id}@1`)).toBe('Hi');
  await expect(ask(`${id}@2`)).rejects.toMatchObject({ status: 404 });
});

test('a key sees and asks its own flows alone, and no model without the right to', async () => {
  const provider = await scripted(() => ({ words: ['Hi'] }));
  const server = await startUnderTest({
    projectFolder: temporaryFolder(),
    environment: { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' },
    password: 'a long password of the operator',
  });
  const own = await server.save(chatFlow(provider.baseUrl, 'Own'));
  const foreign = await server.save(chatFlow(provider.baseUrl, 'Foreign'));
  const { text: apiKey } = await server.makeKey({ flows: [own] });
  const client = new OpenAI({ baseURL: `${server.url}/v1`, apiKey, maxRetries: 0 });
  const ask = (model: string) => client.chat.completions.create({ model, messages: [user('Hi')] });
  expect((await client.models.list()).data.map(({ id }) => id)).toEqual([own]);
  expect((await ask(own)).choices[0]?.message.content).toBe('Hi');
  const absent = { status: 404, code: 'model_not_found' };
  for (const model of [foreign, `${own}@draft`, 'default', 'smollm2-135m', 'nobody'])
    await expect(ask(model)).rejects.toMatchObject(absent);
  await expect(client.embeddings.create({ model: 'default', input: 'x' })).rejects.toMatchObject({ status: 403 });
  const stranger = new OpenAI({ baseURL: `${server.url}/v1`, apiKey: 'jq_none', maxRetries: 0 });
  await expect(stranger.models.list()).rejects.toMatchObject({ status: 401, code: 'invalid_api_key' });
});
