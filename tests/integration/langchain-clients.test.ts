import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { ChatOpenAI, OpenAIEmbeddings } from '@langchain/openai';
import { openAiServer, type OpenAiServer } from '@jacquard/node-kit/testing';
import { madeChatModel, writeGguf } from '@jacquard/local-llm/testing';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { chatFlow, topicFlow } from '../fixtures/chat-flow.ts';
import { startUnderTest, temporaryFolder, type ServerUnderTest } from '../security/server-under-test.ts';

vi.setConfig({ testTimeout: 120_000 });

async function start(...words: string[]): Promise<{ server: ServerUnderTest; provider: OpenAiServer }> {
  const provider = await openAiServer(() => ({ words }));
  onTestFinished(() => provider.close());
  const environment = { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' };
  return { provider, server: await startUnderTest({ projectFolder: temporaryFolder(), environment }) };
}

function chatOf({ url }: ServerUnderTest, model: string): ChatOpenAI {
  return new ChatOpenAI({ model, apiKey: 'none', maxRetries: 0, configuration: { baseURL: `${url}/v1` } });
}

test('LangChain talks to a flow: invoke, stream, and what was said before', async () => {
  const { server, provider } = await start('Good ', 'day.');
  const chat = chatOf(server, await server.save(chatFlow(provider.baseUrl)));
  const answer = await chat.invoke([new SystemMessage('Be kind.'), new HumanMessage('Hello')]);
  expect(answer.text).toBe('Good day.');
  expect(answer.usage_metadata).toMatchObject({ input_tokens: 9, output_tokens: 2 });
  expect(JSON.stringify(provider.requests[0]?.body['messages'])).toContain('Be kind.');
  const pieces: string[] = [];
  for await (const chunk of await chat.stream('Hello')) pieces.push(chunk.text);
  expect(pieces.join('')).toBe('Good day.');
});

test('LangChain’s structured output is a flow’s data', async () => {
  const { server, provider } = await start('{"topic": "delivery", "urgent": true}');
  const chat = chatOf(server, await server.save(topicFlow(provider.baseUrl)));
  const schema = z.object({ topic: z.string(), urgent: z.boolean() });
  const sorter = chat.withStructuredOutput(schema, { name: 'topic', method: 'jsonSchema' });
  expect(await sorter.invoke('My parcel is lost!')).toEqual({ topic: 'delivery', urgent: true });
});

test('LangChain’s tools, structured output and embeddings by local models', async () => {
  const { server } = await start();
  mkdirSync(join(server.home, 'models'), { recursive: true });
  await writeGguf(join(server.home, 'models', 'made.gguf'), madeChatModel());
  const schema = z.object({ city: z.enum(['Nice', 'Lyon']) });
  const weather = tool(() => 'Sunny', { name: 'weather', description: 'Tells the weather.', schema });
  const chat = chatOf(server, 'made');
  const answer = await chat.bindTools([weather], { tool_choice: 'weather' }).invoke('Which city?');
  expect(answer.tool_calls).toMatchObject([{ name: 'weather', type: 'tool_call' }]);
  expect(schema.safeParse(answer.tool_calls?.[0]?.args).success).toBe(true);
  for (const method of ['jsonSchema', 'functionCalling'] as const) {
    const held = await chat.withStructuredOutput(schema, { name: 'city', method }).invoke('Which city?');
    expect(schema.safeParse(held).success).toBe(true);
  }
  const embeddings = new OpenAIEmbeddings({
    model: 'default',
    apiKey: 'none',
    configuration: { baseURL: `${server.url}/v1` },
  });
  expect((await embeddings.embedDocuments(['one', 'two'])).map(({ length }) => length)).toEqual([512, 512]);
});
