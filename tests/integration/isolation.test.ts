import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import OpenAI from 'openai';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startSlowModel, textOf, type SlowAnswer } from '../fixtures/slow-model.ts';
import { startJacquardProcess } from '../fixtures/jacquard-process.ts';
import { temporaryFolder } from '../security/server-under-test.ts';

/** Sessions at once, the calls of each, and how many of them at a time: `JACQUARD_ISOLATION=200x20x4` is the whole of it. */
const [sessions = 24, calls = 4, lanes = calls] = (process.env['JACQUARD_ISOLATION'] ?? '24x4').split('x').map(Number);

vi.setConfig({ testTimeout: 60_000 + sessions * calls * 500 });

/** What the model says to a question: nothing else on the machine says it. */
const answerTo = (prompt: string): SlowAnswer => ({ tag: `<${prompt}>`, words: 4, pause: 1 });

const from = (address: string): { from: string } => ({ from: address });
const flow = (baseUrl: string): object => ({
  jacquard: 1,
  name: 'Echo',
  nodes: {
    question: { type: 'io.chat-input' },
    model: { type: 'models.openai-compatible', inputs: { baseUrl, model: 'm' } },
    ask: { type: 'models.chat', inputs: { model: from('model.model'), prompt: from('question.text') } },
    reply: { type: 'io.chat-output', inputs: { text: from('ask.answer') } },
  },
});

/** Thousands of connections at once take longer to open than a client waits: what was never sent is sent again. */
const patientFetch: typeof fetch = async (url, init) => {
  for (;;) {
    try {
      return await fetch(url, init);
    } catch (error) {
      const { cause } = error as { cause?: { code?: string } }; // boundary: what fetch throws
      if (cause?.code !== 'UND_ERR_CONNECT_TIMEOUT') throw error;
    }
  }
};

/** A way to call the flow: gives the text that came back. */
type Caller = (question: string) => Promise<string>;

function invoker(url: string, sessionId: string): Caller {
  return async (question) => {
    const answered = (await post(`${url}/invoke`, { inputs: { question }, sessionId }).then((response) =>
      response.json(),
    )) as { outputs?: { reply?: string } }; // boundary: our own answer
    return answered.outputs?.reply ?? JSON.stringify(answered);
  };
}

/** Puts the text together from the deltas, as a page does. */
function streamer(url: string): Caller {
  return async (question) => {
    const text = await (await post(`${url}/stream`, { inputs: { question } })).text();
    let written = '';
    for (const line of text.split('\n')) {
      if (!line.startsWith('data: ')) continue;
      const event = JSON.parse(line.slice(6)) as { type?: string; offset?: number; text?: string }; // boundary: our own events
      if (event.type === 'delta') written = written.slice(0, event.offset) + event.text;
      if (event.type === 'run-end' && !line.includes(JSON.stringify(written))) return `not at the end: ${line}`;
    }
    return written;
  };
}

function post(url: string, body: object): Promise<Response> {
  return patientFetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function completer(url: string, model: string, stream: boolean): Caller {
  const client = new OpenAI({ baseURL: `${url}/v1`, apiKey: 'none', maxRetries: 0, fetch: patientFetch });
  return async (content) => {
    const asked = { model, messages: [{ role: 'user', content } as const] };
    if (!stream) return (await client.chat.completions.create(asked)).choices[0]?.message.content ?? '';
    let text = '';
    for await (const chunk of await client.chat.completions.create({ ...asked, stream: true }))
      text += chunk.choices[0]?.delta.content ?? '';
    return text;
  };
}

async function tool(url: string, name: string): Promise<Caller> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', url), { fetch: patientFetch }));
  onTestFinished(() => client.close());
  return async (question) => {
    const { structuredContent } = await client.callTool({ name, arguments: { question } }, undefined, {
      timeout: 600_000,
      onprogress: () => undefined,
    });
    return (structuredContent as { reply: string }).reply; // boundary: of the flow's own schema
  };
}

test(`${sessions} sessions of ${calls} calls at once, by every way there is: each hears its own text and nothing else`, async () => {
  const model = await startSlowModel(answerTo);
  onTestFinished(() => model.close());
  vi.stubEnv('JACQUARD_MAX_RUNS', String(sessions * lanes));
  onTestFinished(() => void vi.unstubAllEnvs());
  const server = await startJacquardProcess(temporaryFolder());
  onTestFinished(() => server.kill());
  const id = await publish(server.url, flow(model.baseUrl));
  const path = `${server.url}/api/v1/flows/${id}`;
  const open = async (number: number): Promise<Caller> => {
    if (number % 5 === 0) return invoker(path, await newSession(server.url, id));
    if (number % 5 === 1) return streamer(path);
    if (number % 5 === 4) return tool(server.url, id);
    return completer(server.url, id, number % 5 === 2);
  };
  const callers = await Promise.all(Array.from({ length: sessions }, (_, number) => open(number)));
  const faults: string[] = [];
  const ask = async (caller: Caller, question: string): Promise<void> => {
    const text = await caller(question).catch(String);
    const expected = textOf(answerTo(question));
    if (text !== expected) faults.push(`${question}: ${text.slice(0, 300)}`);
  };
  const askAll = async (caller: Caller, session: number, lane: number): Promise<void> => {
    for (let call = lane; call < calls; call += lanes) await ask(caller, `session ${session} call ${call}`);
  };
  await Promise.all(
    callers.flatMap((caller, session) => Array.from({ length: lanes }, (_, lane) => askAll(caller, session, lane))),
  );
  expect(faults).toEqual([]);
  expect(new Set(model.prompts).size).toBe(sessions * calls);
});

async function publish(url: string, document: object): Promise<string> {
  const { id } = (await (await post(`${url}/api/v1/flows`, { document })).json()) as { id: string }; // boundary: our own answer
  await post(`${url}/api/v1/flows/${id}/publications`, {});
  return id;
}

async function newSession(url: string, flowId: string): Promise<string> {
  const { id } = (await (await post(`${url}/api/v1/sessions`, { flowId })).json()) as { id: string }; // boundary: our own answer
  return id;
}
