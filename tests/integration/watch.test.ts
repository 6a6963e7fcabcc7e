import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { Socket as NetSocket } from 'node:net';
import { applyRunEvent, socketEvents, type RunEvent, type RunView, type TransientEvent } from '@jacquard/protocol';
import { createRuntime, readConfiguration, type Runtime } from '@jacquard/runtime';
import { startServer, type RunningServer } from '@jacquard/server';
import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { askingFlow } from '../security/hostile-flows.ts';
import { temporaryFolder } from '../security/server-under-test.ts';

/** Writes `words` one by one; the first answers are cut after `cutAfter` of them. */
async function startSlowModel(words: number, cuts: number): Promise<string> {
  let left = cuts;
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    left -= 1;
    writeWords(response, words, left >= 0 ? Math.floor(words / 3) : undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/v1`;
}

function writeWords(response: ServerResponse, words: number, cutAfter: number | undefined): void {
  let sent = 0;
  const frame = (fields: object): string =>
    `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', ...fields })}\n\n`;
  const timer = setInterval(() => {
    if (sent === cutAfter) return void response.destroy();
    if (sent === words) {
      response.write(frame({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }));
      return void response.end('data: [DONE]\n\n');
    }
    sent += 1;
    return void response.write(
      frame({ choices: [{ index: 0, delta: { content: ` w${sent}` }, finish_reason: null }] }),
    );
  }, 2);
  response.on('close', () => clearInterval(timer));
}

function retryingFlow(baseUrl: string): object {
  const flow = askingFlow(baseUrl) as { nodes: Record<string, object> }; // boundary: our own flow
  flow.nodes.chat = { ...flow.nodes.chat, retry: { attempts: 4, delay: 0.01 } };
  return flow;
}

interface Home {
  readonly runtime: Runtime;
  readonly server: RunningServer;
}

async function open(home: string, port: number, keepsHouse = true): Promise<Home> {
  const environment = { JACQUARD_HOME: home, JACQUARD_ALLOWED_HOSTS: '127.0.0.1' };
  const runtime = await createRuntime(readConfiguration(environment), { keepsHouse });
  return { runtime, server: await startServer(runtime, { host: '127.0.0.1', port, grace: 0 }) };
}

/** What one watcher sees over all its connections. */
interface Seen {
  readonly events: RunEvent[];
  view: RunView | undefined;
  drawn: string;
}

function follow(url: string, runId: string, seen: Seen): Socket {
  const socket = io(url, {
    transports: ['websocket'],
    extraHeaders: { origin: url },
    reconnection: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 50,
    forceNew: true,
  });
  socket.on('connect', () => socket.emit(socketEvents.watchRun, { runId, after: seen.events.at(-1)?.seq ?? 0 }));
  socket.on(socketEvents.runEvents, (message: { events: RunEvent[] }) => {
    seen.events.push(...message.events);
    for (const event of message.events) seen.view = applyRunEvent(seen.view, event);
  });
  socket.on(socketEvents.runDeltas, (message: { frames: TransientEvent[] }) => {
    for (const frame of message.frames) seen.view = applyRunEvent(seen.view, frame);
    seen.drawn = seen.view?.steps.get('chat')?.texts.answer ?? seen.drawn;
  });
  return socket;
}

async function startRun(
  runtime: Runtime,
  document: object,
  inputs: Record<string, string> = { question: 'x' },
): Promise<string> {
  const flow = runtime.main.flows.parse(document);
  const handle = await runtime.main.runs.start({
    flowId: 'f',
    document: flow,
    inputs,
    reuse: 'pure',
  });
  handle.result.catch(() => undefined);
  await runtime.main.runs.begun(handle);
  return handle.runId;
}

const hasEnded = (seen: Seen): boolean => seen.events.at(-1)?.type === 'run-end';

test(
  'a watcher dropped fifty times, over a retry and a restart of the server, gets every event once and the text whole',
  { timeout: 30_000 },
  async () => {
    const [home, baseUrl] = [temporaryFolder(), await startSlowModel(700, 2)];
    const first = await open(home, 0);
    const port = Number(new URL(first.server.url).port);
    const runId = await startRun(first.runtime, retryingFlow(baseUrl));
    const seen: Seen = { events: [], view: undefined, drawn: '' };
    let current = first;
    for (let drop = 0; drop < 50; drop += 1) {
      const socket = follow(current.server.url, runId, seen);
      await new Promise((resume) => setTimeout(resume, 10 + (drop % 7) * 8));
      socket.disconnect();
      if (drop === 24) {
        await current.server.close();
        current = await open(home, port);
      }
    }
    const last = follow(current.server.url, runId, seen);
    await expect.poll(() => hasEnded(seen), { timeout: 20_000 }).toBe(true);
    last.disconnect();
    const log = await current.runtime.main.runs.events(runId, 0);
    expect(seen.events).toEqual(log);
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
    expect(log.map(({ type }) => type)).toContain('run-resume');
    const text = Array.from({ length: 700 }, (_, index) => ` w${index + 1}`).join('');
    const end = log.find((event) => event.type === 'step-end' && event.node === 'chat');
    expect(end).toMatchObject({ outputs: { answer: text } });
    expect(seen.view?.steps.get('chat')?.outputs).toEqual({ answer: text });
    await current.server.close();
  },
);

/** Writes far more than the system's buffers hold: 300 steps of 40 kB in and out. */
function talkativeFlow(): object {
  const grow = {
    type: 'prompts.template',
    inputs: { template: `${'x'.repeat(40_000)}{{word}}`, word: { from: 'each.item' } },
  };
  const words = {
    type: 'data.split',
    inputs: { text: Array.from({ length: 300 }, (_, index) => index).join(','), into: 'separator', separator: ',' },
  };
  const each = {
    type: 'control.for-each',
    inputs: { items: { from: 'words.parts' }, concurrency: 1 },
    nodes: { grow },
    outputs: { texts: { from: 'grow.text' } },
  };
  return {
    jacquard: 1,
    name: 'Talkative',
    nodes: { words, each, reply: { type: 'io.json-output', inputs: { json: { from: 'each.texts' } } } },
  };
}

test(
  'a watcher that doesn’t read slows nobody, and gets every event once it reads again',
  { timeout: 30_000 },
  async () => {
    const { runtime, server } = await open(temporaryFolder(), 0);
    onTestFinished(() => server.close());
    const document = talkativeFlow();
    const reader: Seen = { events: [], view: undefined, drawn: '' };
    const deaf: Seen = { events: [], view: undefined, drawn: '' };
    const runId = await startRun(runtime, document, {});
    const [reading, stuck] = [follow(server.url, runId, reader), follow(server.url, runId, deaf)];
    await new Promise<void>((resolve) => stuck.once('connect', resolve));
    const wire = wireOf(stuck);
    wire.pause();
    await expect.poll(() => hasEnded(reader), { timeout: 15_000 }).toBe(true);
    expect(hasEnded(deaf)).toBe(false);
    wire.resume();
    await expect.poll(() => hasEnded(deaf), { timeout: 10_000 }).toBe(true);
    const log = await runtime.main.runs.events(runId, 0);
    expect(reader.events).toEqual(log);
    expect(deaf.events).toEqual(log);
    reading.disconnect();
    stuck.disconnect();
  },
);

function wireOf(socket: Socket): NetSocket {
  const { ws } = socket.io.engine.transport as unknown as { ws: { _socket: NetSocket } }; // boundary: the client's own transport, private in its types
  return ws._socket;
}
