import type { ChatModel, FetchOptions } from '@jacquard/node-kit';
import {
  collect,
  fakeServices,
  openAiServer,
  runNode,
  type OpenAiAnswer,
  type OpenAiServer,
} from '@jacquard/node-kit/testing';
import { afterEach, expect, test } from 'vitest';
import { openaiCompatible } from './openai-compatible.ts';

const opened: OpenAiServer[] = [];
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});

const question = [{ role: 'user' as const, content: 'Hello?' }];

async function modelBehind(answer: OpenAiAnswer, inputs: Readonly<Record<string, unknown>> = {}) {
  const server = await openAiServer(() => answer);
  opened.push(server);
  const services = fakeServices({ answer: sendTo(server.baseUrl) });
  const { outputs } = await runNode(openaiCompatible, {
    inputs: { baseUrl: `${server.baseUrl}/`, model: 'test', ...inputs },
    services,
  });
  return { server, services, model: outputs['model'] as ChatModel };
}

/** Stands for the guarded client: attaches the key, and goes to one address. */
function sendTo(baseUrl: string) {
  return async (url: string, { method, headers, body, signal, secret }: FetchOptions): Promise<Response> => {
    if (!url.startsWith(baseUrl)) throw new Error(`Not the server: ${url}`);
    return fetch(url, {
      method: method ?? 'GET',
      headers: { ...headers, ...(secret && { [secret.header]: `${secret.scheme} text of ${secret.handle.secret}` }) },
      ...(typeof body === 'string' && { body }),
      ...(signal && { signal }),
    });
  };
}

async function answerOf(model: ChatModel, options: Parameters<ChatModel['stream']>[1] = {}) {
  const chunks = await collect(model.stream(question, options));
  return { text: chunks.map((chunk) => chunk.text).join(''), pieces: chunks.length - 1, last: chunks.at(-1) };
}

test('streams word by word and reports usage and end', async () => {
  const { model } = await modelBehind({ words: ['Good', ' day', '.'] });
  expect(await answerOf(model)).toEqual({
    text: 'Good day.',
    pieces: 3,
    last: { text: '', finish: 'stop', usage: { inputTokens: 9, outputTokens: 3 } },
  });
});

test('has prices once both are given, and answers stand on none of them', async () => {
  const half = await modelBehind({ words: ['.'] }, { inputPrice: 0.5 });
  expect(half.model.prices).toBeUndefined();
  const { model } = await modelBehind({ words: ['.'] }, { inputPrice: 0.5, outputPrice: 0 });
  expect(model.prices).toEqual({ input: 0.5, output: 0 });
  const inputs = { baseUrl: 'http://127.0.0.1:11434/v1', model: 'test', takesSeed: true, takesSchema: true };
  const identify = (more: object) =>
    openaiCompatible.component?.identify({ inputs: { ...inputs, ...more }, services: fakeServices() });
  expect(await identify({ inputPrice: 1, outputPrice: 2 })).toEqual(await identify({}));
});

test('sends the settings of model and call, and nothing about this machine', async () => {
  const { model, server } = await modelBehind({ words: ['.'] }, { temperature: 0.2, key: { secret: 'house' } });
  await answerOf(model, { temperature: 0.9, maxTokens: 5, seed: 7, stop: ['END'] });
  const [request] = server.requests;
  expect(request?.body).toMatchObject({
    model: 'test',
    messages: [{ role: 'user', content: 'Hello?' }],
    temperature: 0.9,
    max_tokens: 5,
    seed: 7,
    stop: ['END'],
    stream: true,
    stream_options: { include_usage: true },
  });
  expect(request?.headers['authorization']).toBe('Bearer text of house');
  expect(Object.keys(request?.headers ?? {}).filter((name) => name.startsWith('x-stainless'))).toEqual([]);
  expect(request?.headers['openai-organization']).toBeUndefined();
});

test('goes nowhere but to its address, so that no tokenizer is fetched', async () => {
  const { model, services, server } = await modelBehind({ words: ['Yes', '.'] });
  const original = globalThis.fetch;
  const elsewhere: string[] = [];
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.startsWith(server.baseUrl)) elsewhere.push(url);
    return original(input, init);
  };
  try {
    await answerOf(model);
    const langChain = await model.toLangChain();
    expect((await langChain.invoke('Again?')).text).toBe('Yes.');
    for await (const chunk of await langChain.stream('And again?')) expect(chunk.content).toBeTypeOf('string');
  } finally {
    globalThis.fetch = original;
  }
  expect(elsewhere).toEqual([]);
  expect(new Set(services.requests.map(({ url }) => url))).toEqual(new Set([`${server.baseUrl}/chat/completions`]));
});

test('asks for the schema, strictly where the schema allows', async () => {
  const { model, server } = await modelBehind({ words: ['{}'] });
  await answerOf(model, { schema: { type: 'object', properties: { a: { type: 'string' } } } });
  await answerOf(model, {
    schema: { type: 'object', properties: { a: {} }, required: ['a'], additionalProperties: false },
  });
  expect(server.requests.map(({ body }) => body['response_format'])).toMatchObject([
    { type: 'json_schema', json_schema: { strict: false } },
    { type: 'json_schema', json_schema: { strict: true } },
  ]);
});

test('gathers tool calls from their pieces', async () => {
  const events = [
    {
      choices: [
        {
          index: 0,
          delta: { role: 'assistant', tool_calls: [callPiece({ id: 'c1', name: 'weather', text: '{"ci' })] },
        },
      ],
    },
    { choices: [{ index: 0, delta: { tool_calls: [callPiece({ text: 'ty":"Lyon"}' })] } }] },
    { choices: [{ index: 0, delta: {}, finish_reason: 'tool_calls' }] },
  ];
  const { model, server } = await modelBehind({ words: [], events });
  const tools = [{ name: 'weather', description: 'Weather of a city', parameters: { type: 'object' } }];
  const { last } = await answerOf(model, { tools });
  expect(last).toMatchObject({
    finish: 'tool-calls',
    toolCalls: [{ id: 'c1', name: 'weather', arguments: { city: 'Lyon' } }],
  });
  expect(server.requests[0]?.body['tools']).toMatchObject([{ type: 'function', function: { name: 'weather' } }]);
});

function callPiece({ id, name, text }: { id?: string; name?: string; text: string }) {
  return { index: 0, ...(id && { id, type: 'function' }), function: { ...(name && { name }), arguments: text } };
}

test('ends with the abort', async () => {
  const { model } = await modelBehind({ words: ['one', ' two', ' three'] });
  const abort = new AbortController();
  const seen: string[] = [];
  const reading = (async () => {
    for await (const chunk of model.stream(question, { signal: abort.signal })) {
      seen.push(chunk.text);
      abort.abort(new Error('stopped'));
    }
  })();
  await expect(reading).rejects.toThrow('stopped');
  expect(seen).toEqual(['one']);
});

const json = { 'content-type': 'application/json' };
const failures: readonly [string, OpenAiAnswer, object][] = [
  [
    'a refused key',
    { status: 401, headers: json, body: '{"error":{"message":"Incorrect API key: sk-***"}}' },
    { code: 'provider-key-refused', params: { status: 401 } },
  ],
  [
    'too many requests',
    { status: 429, headers: { ...json, 'retry-after': '7' }, body: '{"error":{"message":"slow down"}}' },
    { code: 'provider-rate-limited', retryAfter: 7, kind: 'operational' },
  ],
  [
    'a server in trouble',
    { status: 500, headers: json, body: '{"error":{"message":"boom"}}' },
    { code: 'provider-failed', kind: 'operational', params: { status: 500 } },
  ],
  [
    'an unknown model',
    { status: 404, headers: json, body: '{"error":{"message":"no such model"}}' },
    { code: 'provider-model-not-found', params: { model: 'test' } },
  ],
  [
    'a request that the server refuses',
    { status: 422, headers: json, body: '{"error":{"message":"seed not permitted"}}' },
    { code: 'provider-refused', params: { status: 422 } },
  ],
  [
    'a prompt that is too long',
    {
      status: 400,
      headers: json,
      body: '{"error":{"message":"maximum context length is 8","code":"context_length_exceeded"}}',
    },
    { code: 'model-context-full', params: { model: 'test' } },
  ],
  ['a cut stream', { words: ['one', ' two'], cutAfter: 1 }, { code: 'provider-stream-cut', kind: 'operational' }],
  [
    'a stream without an end',
    {
      status: 200,
      headers: { 'content-type': 'text/event-stream' },
      body: 'data: {"choices":[{"index":0,"delta":{"content":"half"}}]}\n\n',
    },
    { code: 'provider-stream-cut' },
  ],
  [
    'events that are not JSON',
    { status: 200, headers: { 'content-type': 'text/event-stream' }, body: 'data: <html>\n\n' },
    { code: 'provider-not-compatible' },
  ],
  [
    'a web page',
    { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Welcome</html>' },
    { code: 'provider-not-compatible', params: { detail: '<html>Welcome</html>' } },
  ],
];

test.each(failures)('%s is a clear problem, asked for once', async (_name, answer, expected) => {
  const { model, server } = await modelBehind(answer);
  await expect(answerOf(model)).rejects.toMatchObject(expected);
  expect(server.requests).toHaveLength(1);
});

test('an address that is none is refused before anything is sent', async () => {
  const inputs = { baseUrl: 'file:///etc/passwd', model: 'test' };
  await expect(runNode(openaiCompatible, { inputs })).rejects.toMatchObject({ code: 'address-not-valid' });
});
