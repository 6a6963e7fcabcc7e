import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ToolListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import { openAiServer, type OpenAiAnswer, type OpenAiServer } from '@jacquard/node-kit/testing';
import { expect, onTestFinished, test, vi } from 'vitest';
import { chatFlow, topicFlow, topicSchema } from '../fixtures/chat-flow.ts';
import { startSlowModel } from '../fixtures/slow-model.ts';
import { showing, startUnderTest, temporaryFolder, type ServerUnderTest } from '../security/server-under-test.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A server whose flows are published: those of a project folder. */
function start(password?: string): Promise<ServerUnderTest> {
  const environment = { JACQUARD_ALLOWED_HOSTS: '127.0.0.1' };
  return startUnderTest({ projectFolder: temporaryFolder(), environment, ...(password !== undefined && { password }) });
}

async function connect(server: ServerUnderTest, headers: Record<string, string> = {}): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transportTo(server, headers));
  onTestFinished(() => client.close());
  return client;
}

function transportTo(server: ServerUnderTest, headers: Record<string, string> = {}) {
  return new StreamableHTTPClientTransport(new URL('/mcp', server.url), { requestInit: { headers } });
}

async function scripted(answer: () => OpenAiAnswer): Promise<OpenAiServer> {
  const provider = await openAiServer(answer);
  onTestFinished(() => provider.close());
  return provider;
}

async function runStates(server: ServerUnderTest): Promise<readonly string[]> {
  const { runs } = (await server.ask('/api/v1/runs')).json as { runs: { status: string }[] }; // boundary: our own answer
  return runs.map(({ status }) => status);
}

test('each flow is a tool: with its words, the schema of its inputs, and outputs that are of their schema', async () => {
  const server = await start();
  const provider = await scripted(() => ({ words: ['{"topic": "delivery", "urgent": true}'] }));
  const sorter = await server.save(topicFlow(provider.baseUrl));
  const talker = await server.save(chatFlow(provider.baseUrl));
  const client = await connect(server);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name).toSorted()).toEqual([sorter, talker].toSorted());
  expect(tools.find(({ name }) => name === talker)).toMatchObject({
    title: 'Talker',
    description: 'Answers a question.',
    inputSchema: {
      type: 'object',
      properties: { question: { type: 'string', description: 'What you want to know.' }, tone: { default: 'plain' } },
      required: ['question'],
    },
    outputSchema: { properties: { reply: { type: 'string' } } },
    annotations: { openWorldHint: true },
  });
  // The client itself holds what comes to the schema that it was told.
  const answer = await client.callTool({ name: sorter, arguments: { letter: 'My parcel is lost!' } });
  expect(answer.structuredContent).toEqual({ found: { topic: 'delivery', urgent: true } });
  expect(tools.find(({ name }) => name === sorter)?.outputSchema).toMatchObject({ properties: { found: topicSchema } });
  const said = await client.callTool({ name: talker, arguments: { question: 'Hi' } });
  expect(said.content).toEqual([{ type: 'text', text: '{"topic": "delivery", "urgent": true}' }]);
});

test('what goes wrong is an answer that says what to do; a tool that there isn’t is an error', async () => {
  const server = await start();
  const provider = await scripted(() => ({ status: 401, body: '{}' }));
  const name = await server.save(chatFlow(provider.baseUrl));
  const client = await connect(server, { 'accept-language': 'fr' });
  const failed = await client.callTool({ name, arguments: { question: 'Hi' } });
  expect(failed).toMatchObject({ isError: true, content: [{ type: 'text', text: expect.stringContaining('clé') }] });
  const missing = await client.callTool({ name, arguments: {} });
  expect(missing).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('question') }] });
  expect(await client.callTool({ name, arguments: { question: 'Hi', other: 1 } })).toMatchObject({ isError: true });
  for (const other of ['nobody', `${name}@draft`, '../x']) {
    await expect(client.callTool({ name: other, arguments: {} })).rejects.toMatchObject({ code: -32602 });
  }
});

/** Three steps, one after the other. */
function chain(baseUrl: string): object {
  const ask = (prompt: string) => ({
    type: 'models.chat',
    inputs: { model: { from: 'model.model' }, prompt: { from: prompt } },
  });
  return {
    jacquard: 1,
    name: 'Chain',
    nodes: {
      question: { type: 'io.text-input' },
      model: { type: 'models.openai-compatible', inputs: { baseUrl, model: 'm' } },
      first: { ...ask('question.text'), title: 'First' },
      second: ask('first.answer'),
      third: ask('second.answer'),
      reply: { type: 'io.text-output', inputs: { text: { from: 'third.answer' } } },
    },
  };
}

test('who asks for progress is told of each step', async () => {
  const server = await start();
  const slow = await startSlowModel(() => ({ tag: 'a', words: 10, pause: 30 }));
  onTestFinished(() => slow.close());
  const name = await server.save(chain(slow.baseUrl));
  const client = await connect(server);
  const heard: { progress: number; total?: number | undefined }[] = [];
  const onprogress = ({ progress, total }: { progress: number; total?: number | undefined }) =>
    void heard.push({ progress, total });
  const answer = await client.callTool({ name, arguments: { question: 'Hi' } }, undefined, { onprogress });
  expect(answer.isError).toBeUndefined();
  expect(heard.slice(0, 2)).toEqual([
    { progress: 1, total: 3 },
    { progress: 2, total: 3 },
  ]);
});

test('cancelling a call ends its run, and so does leaving', async () => {
  const server = await start();
  const slow = await startSlowModel(() => ({ tag: 'a', words: 2_000, pause: 20 }));
  onTestFinished(() => slow.close());
  const name = await server.save(chain(slow.baseUrl));
  const client = await connect(server);
  const stop = new AbortController();
  const called = client.callTool({ name, arguments: { question: 'Hi' } }, undefined, { signal: stop.signal });
  await vi.waitFor(() => expect(slow.prompts).toHaveLength(1), 10_000);
  stop.abort('enough');
  await expect(called).rejects.toThrow('enough');
  await vi.waitFor(async () => expect(await runStates(server)).toEqual(['cancelled']), 10_000);
  const left = client.callTool({ name, arguments: { question: 'Hello' } });
  await vi.waitFor(() => expect(slow.prompts).toHaveLength(2), 10_000);
  await client.close();
  await expect(left).rejects.toThrow('Connection closed');
  await vi.waitFor(async () => expect(await runStates(server)).toEqual(['cancelled', 'cancelled']), 10_000);
});

test('a client that listens is told of new tools', async () => {
  const server = await start();
  const client = await connect(server);
  const told = vi.fn<() => void>();
  client.setNotificationHandler(ToolListChangedNotificationSchema, told);
  expect((await client.listTools()).tools).toEqual([]);
  const name = await server.save(chain('http://127.0.0.1:9/v1'));
  await vi.waitFor(() => expect(told).toHaveBeenCalled(), 10_000);
  expect((await client.listTools()).tools).toMatchObject([{ name }]);
});

test('a session is its key’s alone, and shows what the key is for', async () => {
  const server = await start('a long password of the operator');
  const provider = await scripted(() => ({ words: ['Hi'] }));
  const own = await server.save(chatFlow(provider.baseUrl, 'Own'));
  const foreign = await server.save(chatFlow(provider.baseUrl, 'Foreign'));
  const mine = showing((await server.makeKey({ flows: [own] })).text);
  const theirs = showing((await server.makeKey({ flows: [foreign] })).text);
  const transport = transportTo(server, mine);
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  onTestFinished(() => client.close());
  expect((await client.listTools()).tools.map(({ name }) => name)).toEqual([own]);
  await expect(client.callTool({ name: foreign, arguments: { question: 'Hi' } })).rejects.toMatchObject({
    code: -32602,
  });
  const asked = { method: 'tools/list', jsonrpc: '2.0', id: 7 };
  const session = { 'mcp-session-id': transport.sessionId ?? '', accept: 'application/json, text/event-stream' };
  const ask = (headers: Record<string, string>) =>
    server.ask('/mcp', { method: 'POST', headers: { ...session, ...headers }, body: asked });
  expect((await ask(mine)).status).toBe(200);
  expect(await ask(theirs)).toMatchObject({ status: 404, json: { code: 'mcp-session-not-found' } });
  expect((await ask({})).status).toBe(401);
  expect((await ask({ ...mine, origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await ask({ ...mine, host: 'elsewhere.example' })).status).toBe(421);
  expect((await ask({ ...mine, 'mcp-session-id': 'guessed' })).status).toBe(404);
});
