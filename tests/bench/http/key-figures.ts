import { Agent, request } from 'node:http';
import { createFlow } from '../process/flow-of-server.ts';
import type { Sides } from './sides.ts';

/** Streams that are open and say nothing. */
const idleStreams = 1_000;

async function post(url: string, body: object): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Record<string, unknown>; // boundary: our own API's answer
}

/** A key with limits of every sort, none of which is reached. */
async function makeKey(url: string): Promise<string> {
  const limits = { callsPerMinute: 1_000_000, concurrency: 1_000, calls: 1e9, tokens: 1e12, period: 'day' };
  const { text } = await post(`${url}/api/v1/keys`, {
    name: 'bench',
    actions: ['call', 'draft'],
    flows: 'all',
    limits,
  });
  return String(text);
}

/** Runs with a key and its limits beside runs without, in turn; and what streams cost that nobody is told anything on. */
export async function measureKeys(sides: Sides, seconds: number): Promise<readonly string[]> {
  const { jacquard } = sides;
  const key = await makeKey(jacquard.url);
  const { jacquard: invoke } = await sides.urls('burst-4', 'invoke');
  const { jacquard: stream } = await sides.urls('burst-4', 'stream');
  const runs = { with: 0, without: 0 };
  const first = { with: Number.POSITIVE_INFINITY, without: Number.POSITIVE_INFINITY };
  for (let round = 0; round < 3; round += 1)
    for (const side of ['without', 'with'] as const) {
      const shown = side === 'with' ? { key } : {};
      const many = await sides.load({ url: invoke, connections: 16, seconds, ...shown });
      runs[side] = Math.max(runs[side], many.requests / many.seconds);
      const one = await sides.load({ url: stream, connections: 1, seconds: Math.min(seconds, 2), ...shown });
      first[side] = Math.min(first[side], one.firstToken);
    }
  const cost = await measureIdleStreams(jacquard);
  return [
    `runs a second with a key and limits ${runs.with.toFixed(0)}, without ${runs.without.toFixed(0)}: ratio ${(runs.with / runs.without).toFixed(2)} (≥ 0.90)`,
    `first token with a key +${(first.with - first.without).toFixed(2)} ms (≤ +2)`,
    `${idleStreams} idle streams: ${cost.toFixed(0)} MB (≤ 100)`,
  ];
}

/** Megabytes that the server comes to hold for readers of a run which waits for a person. */
async function measureIdleStreams(jacquard: Sides['jacquard']): Promise<number> {
  const ask = { type: 'control.ask-person', inputs: { value: { from: 'letter.text' }, message: 'Send it?' } };
  const reply = { type: 'io.text-output', inputs: { text: { from: 'ask.approved' } } };
  const id = await createFlow(jacquard.url, {
    jacquard: 1,
    name: 'Waiting',
    nodes: { letter: { type: 'io.text-input' }, ask, reply },
  });
  const { runId } = await post(`${jacquard.url}/api/v1/flows/${id}@draft/runs`, { inputs: { letter: 'x' } });
  const agent = new Agent({ keepAlive: true, maxSockets: idleStreams });
  const before = jacquard.memory();
  const open = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const headers = { accept: 'text/event-stream' };
      const call = request(`${jacquard.url}/api/v1/runs/${String(runId)}/events`, { agent, headers }, (response) => {
        response.once('data', () => resolve());
        response.on('error', () => undefined).resume();
      });
      call.on('error', reject).end();
    });
  for (let opened = 0; opened < idleStreams; opened += 50) await Promise.all(Array.from({ length: 50 }, open));
  const after = jacquard.memory();
  agent.destroy();
  return after - before;
}
