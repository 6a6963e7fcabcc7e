import { createGuardedFetch } from '@jacquard/guarded-fetch';
import type { ChatModel, NodeDefinition } from '@jacquard/node-kit';
import {
  collect,
  fakeServices,
  openAiServer,
  runNode,
  type OpenAiAnswer,
  type OpenAiServer,
} from '@jacquard/node-kit/testing';
import { afterEach, expect, test } from 'vitest';
import { loadNodes } from '../contract/node-families.ts';

const nodes = new Map((await loadNodes()).map((definition) => [definition.descriptor.type, definition]));
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serverFor(answer: OpenAiAnswer): Promise<OpenAiServer> {
  const server = await openAiServer(() => answer);
  closing.push(() => server.close());
  return server;
}

async function modelOf(type: string, inputs: Readonly<Record<string, unknown>>, baseUrl: string, keyOrigin = baseUrl) {
  const fetch = createGuardedFetch({
    network: 'all',
    allowedHosts: ['127.0.0.1'],
    exemptOrigins: [],
    environment: {},
    revealSecret: (name) => ({ text: `text of ${name}`, origins: [new URL(keyOrigin).origin] }),
  });
  closing.push(() => fetch.close());
  const services = { ...fakeServices({ provider: { baseUrl, secret: { secret: 'openai' } } }), fetch };
  const definition = nodes.get(type) as NodeDefinition; // boundary: the types below exist
  const { outputs } = await runNode(definition, { inputs, services });
  return outputs['model'] as ChatModel;
}

async function textOf(model: ChatModel): Promise<string> {
  const chunks = await collect(model.stream([{ role: 'user', content: 'Hello?' }]));
  return chunks.map(({ text }) => text).join('');
}

test('the operator’s key reaches the operator’s address', async () => {
  const server = await serverFor({ words: ['Good', ' day'] });
  expect(await textOf(await modelOf('models.openai', {}, server.baseUrl))).toBe('Good day');
  expect(server.requests[0]?.headers['authorization']).toBe('Bearer text of openai');
});

test('a key goes to no address but its own, and the flow’s author reads why', async () => {
  const server = await serverFor({ words: ['stolen'] });
  const inputs = { baseUrl: server.baseUrl, model: 'm', key: { secret: 'house' } };
  const model = await modelOf('models.openai-compatible', inputs, server.baseUrl, 'https://api.example.com');
  await expect(textOf(model)).rejects.toMatchObject({ code: 'secret-origin-refused', params: { secret: 'house' } });
  expect(server.requests).toEqual([]);
});

test('a cut stream, a refusal and a wait come through the guarded client as they are', async () => {
  const cut = await serverFor({ words: ['one', ' two'], cutAfter: 1 });
  await expect(textOf(await modelOf('models.openai', {}, cut.baseUrl))).rejects.toMatchObject({ kind: 'operational' });
  const busy = await serverFor({ status: 429, headers: { 'retry-after': '3' }, body: '{"error":{"message":"busy"}}' });
  await expect(textOf(await modelOf('models.openai', {}, busy.baseUrl))).rejects.toMatchObject({
    code: 'provider-rate-limited',
    retryAfter: 3,
  });
});
