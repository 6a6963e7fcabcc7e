import { socketEvents } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { stepFlow, templateFlow } from './hostile-flows.ts';
import { connectSocket } from './socket-under-test.ts';
import { showing, startUnderTest, type ServerUnderTest } from './server-under-test.ts';

const password = 'a long password';
const from = (address: string): { from: string } => ({ from: address });

/** A flow with a prompt that is nobody's business: no output shows it. */
const discreet = {
  jacquard: 1,
  name: 'Discreet',
  description: 'CONFIDENTIAL',
  nodes: {
    question: { type: 'io.text-input' },
    prompt: {
      type: 'prompts.template',
      inputs: { template: 'CONFIDENTIAL {{question}}', question: from('question.text') },
    },
    answer: { type: 'prompts.template', inputs: { template: 'Hello {{question}}', question: from('question.text') } },
    reply: { type: 'io.text-output', inputs: { text: from('answer.text') } },
  },
};

async function published(server: ServerUnderTest): Promise<string> {
  const id = await server.save(discreet);
  const address = `/api/v1/flows/${id}/publications`;
  await server.ask(address, { method: 'POST', headers: server.operator, body: {} });
  return id;
}

/** All ways in which a run is told as it happened. */
async function tellings(server: ServerUnderTest, id: string, key: string): Promise<readonly string[]> {
  const headers = { ...showing(key), accept: 'text/event-stream' };
  const call = { method: 'POST', headers, body: { inputs: { question: 'you' } } };
  const streamed = await server.ask(`/api/v1/flows/${id}/stream`, call);
  const run = /"runId":"([\w-]+)"/.exec(streamed.text)?.[1] ?? '';
  const path = `/api/v1/runs/${run}/events`;
  const socket = await connectSocket(server.url, showing(key));
  if (socket === 'refused') throw new Error('no socket');
  const heard = new Promise<string>((resolve) => {
    socket.on(socketEvents.runEvents, (told: unknown) => resolve(JSON.stringify(told)));
  });
  await socket.emitWithAck(socketEvents.watchRun, { runId: run, after: 0 });
  return [
    streamed.text,
    (await server.ask(path, { headers: showing(key) })).text,
    (await server.ask(`${path}?after=1`, { headers: showing(key) })).text,
    (await server.ask(path, { headers })).text,
    (await server.ask(`${path}?after=1`, { headers })).text,
    (await server.ask(`/api/v1/flows/${id}/stream?input.question=you`, { headers })).text,
    await heard,
  ];
}

test('30: a key that may call a flow, not read it, is told how a run goes and not what stands in the flow', async () => {
  const server = await startUnderTest({ password });
  const id = await published(server);
  const caller = await server.makeKey({ flows: [id] });
  for (const told of await tellings(server, id, caller.text)) {
    expect(told).not.toContain('CONFIDENTIAL');
    expect(told).toContain('Hello you');
    expect(told).toContain('step-end');
  }
  const reader = await server.makeKey({ actions: ['call', 'read'], flows: [id] });
  const [streamed] = await tellings(server, id, reader.text);
  expect(streamed).toContain('CONFIDENTIAL');
});

test('30: a key that may call what is published learns nothing of the draft', async () => {
  const server = await startUnderTest({ password });
  const id = await published(server);
  const { json, headers } = await server.ask(`/api/v1/flows/${id}`, { headers: server.operator });
  const document = { ...(json.document as object), name: 'Unpublished', description: 'Unpublished' }; // boundary: our own answer
  const change = { ...server.operator, 'if-match': String(headers.etag) };
  await server.ask(`/api/v1/flows/${id}`, { method: 'PUT', headers: change, body: { document } });
  const describe = async (key: string, version = '') =>
    server.ask(`/api/v1/flows/${id}/openapi.json${version}`, { headers: showing(key) });
  const caller = await server.makeKey({ flows: [id] });
  expect((await describe(caller.text)).json.info).toMatchObject({ title: 'Discreet' });
  expect((await describe(caller.text, '?version=draft')).json.code).toBe('flow-not-found');
  for (const action of ['draft', 'read'] as const) {
    const { text } = await server.makeKey({ actions: ['call', action], flows: [id] });
    expect((await describe(text, '?version=draft')).json.info).toMatchObject({ title: 'Unpublished' });
  }
});

test('28: a key that may edit some flows puts none into them that it may not reach', async () => {
  const server = await startUnderTest({ password });
  const [foreign, own] = [await published(server), await server.save(templateFlow('own {{question}}'))];
  const outer = await server.save(templateFlow('outer {{question}}'));
  const { text } = await server.makeKey({ actions: ['read', 'edit'], flows: [own, outer] });
  const put = async (flow: string, headers: Readonly<Record<string, string>>) => {
    const { etag } = (await server.ask(`/api/v1/flows/${outer}`, { headers: server.operator })).headers;
    const inputs = { flow, question: from('question.text') };
    const document = stepFlow('control.sub-flow', inputs, 'reply', 'io.text-output', 'text');
    const change = { method: 'PUT', headers: { ...headers, 'if-match': String(etag) }, body: { document } };
    return server.ask(`/api/v1/flows/${outer}`, change);
  };
  expect((await put(foreign, showing(text))).json).toMatchObject({ code: 'flow-not-found', params: { id: foreign } });
  expect((await put(own, showing(text))).status).toBe(200);
  expect((await put(foreign, server.operator)).status).toBe(200);
  expect((await put(foreign, showing(text))).status).toBe(200); // the operator has put it there
});
