import { openAiServer, type OpenAiAnswer, type OpenAiRequest, type OpenAiServer } from '@jacquard/node-kit/testing';
import type { Fetch } from '@jacquard/node-kit';
import { afterEach, expect, test } from 'vitest';
import { describeService, serviceEmbeddings } from './service-embeddings.ts';

const opened: OpenAiServer[] = [];
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close();
});

/** Stands for the guarded client: attaches the key. */
const send: Fetch = (url, { secret, headers, method, body, signal } = {}) =>
  fetch(url, {
    method: method ?? 'GET',
    headers: { ...headers, ...(secret && { [secret.header]: `${secret.scheme} text of ${secret.handle.secret}` }) },
    ...(typeof body === 'string' && { body }),
    ...(signal && { signal }),
  });

async function behind(answer: (request: OpenAiRequest, turn: number) => OpenAiAnswer) {
  let turn = 0;
  const server = await openAiServer((request) => answer(request, turn++));
  opened.push(server);
  const model = serviceEmbeddings({ url: `${server.baseUrl}/`, model: 'tiny', secret: 'house' }, send);
  return { server, model };
}

function textsOf({ body }: OpenAiRequest): string[] {
  return body['input'] as string[];
}
const headers = { 'content-type': 'application/json' };
/** Equal vectors, in reverse order, as a service may give them. */
function vectors(request: OpenAiRequest): OpenAiAnswer {
  const data = textsOf(request).map((text, index) => ({
    index,
    embedding: [3 * text.length, 4 * text.length, 0],
  }));
  return { status: 200, headers, body: JSON.stringify({ data: data.toReversed() }) };
}

test('asks for a batch with the key, and gives vectors of length 1 in the order of the texts', async () => {
  const { server, model } = await behind((request) => {
    const data = textsOf(request).map((text, index) => ({ index, embedding: text === 'up' ? [0, 5] : [2, 0] }));
    return { status: 200, headers, body: JSON.stringify({ data: data.toReversed() }) };
  });
  expect(await model.embedDocuments(['up', 'right'])).toEqual([
    [0, 1],
    [1, 0],
  ]);
  expect(server.requests[0]?.headers['authorization']).toBe('Bearer text of house');
  expect(server.requests[0]?.body).toEqual({ model: 'tiny', input: ['up', 'right'], encoding_format: 'float' });
});

test('many texts go in several requests, and none is lost', async () => {
  const { server, model } = await behind(vectors);
  const rows = await model.embedDocuments(Array.from({ length: 70 }, () => 'text'));
  expect(rows).toHaveLength(70);
  expect(server.requests.map((request) => textsOf(request).length)).toEqual([32, 32, 6]);
});

test('a busy service is asked again after the time that it names', async () => {
  const busy = {
    status: 429,
    headers: { ...headers, 'retry-after': '0.2' },
    body: '{"error":{"message":"slow down"}}',
  };
  const { server, model } = await behind((request, turn) => (turn < 2 ? busy : vectors(request)));
  const began = performance.now();
  expect(await model.embedQuery('abc')).toEqual([0.6, 0.8, 0]);
  expect(performance.now() - began).toBeGreaterThan(350);
  expect(server.requests).toHaveLength(3);
});

const hour = { status: 429, headers: { ...headers, 'retry-after': '3600' }, body: '{}' };
test.each<[string, OpenAiAnswer, object]>([
  ['that wants an hour of patience', hour, { code: 'provider-rate-limited', retryAfter: 3600 }],
  ['that refuses the key', { status: 401, headers, body: '{}' }, { code: 'provider-key-refused' }],
  ['without the model', { status: 404, headers, body: '{}' }, { code: 'provider-model-not-found' }],
  ['that is a web page', { status: 200, headers, body: '<html>' }, { code: 'provider-not-compatible' }],
  ['that gives too few vectors', { status: 200, headers, body: '{"data":[]}' }, { code: 'provider-not-compatible' }],
  [
    'that gives one vector twice',
    { status: 200, headers, body: '{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}' },
    { code: 'provider-not-compatible' },
  ],
])('a service %s is a clear problem, asked once', async (_name, answer, expected) => {
  const { server, model } = await behind(() => answer);
  await expect(model.embedDocuments(['one', 'two'])).rejects.toMatchObject(expected);
  expect(server.requests).toHaveLength(1);
});

test('vectors whose dimensions change are refused', async () => {
  const { model } = await behind((_, turn) => ({
    status: 200,
    headers,
    body: JSON.stringify({ data: [{ index: 0, embedding: turn === 0 ? [1, 0] : [1, 0, 0] }] }),
  }));
  await model.embedQuery('one');
  await expect(model.embedQuery('two')).rejects.toMatchObject({ code: 'provider-not-compatible' });
});

test('an abort ends the waiting', async () => {
  const { model } = await behind(() => ({ status: 500, headers, body: '{}' }));
  const abort = new AbortController();
  const asking = model.embedQuery('x', abort.signal);
  setTimeout(() => abort.abort(new Error('left')), 50);
  await expect(asking).rejects.toThrow(/left|abort/i);
});

test('its identity is address and model, and names no secret', () => {
  const choice = { url: 'https://example.org/v1/', model: 'tiny', secret: 'house' };
  expect(describeService(choice)).toEqual({
    identity: { url: 'https://example.org/v1', model: 'tiny' },
    name: 'tiny',
    location: 'https://example.org',
    languages: undefined,
  });
});
