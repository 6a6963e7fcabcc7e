import { Agent, request } from 'node:http';
import { createFlow } from '../process/flow-of-server.ts';
import type { Sides } from './sides.ts';

/** Streams that are open and say nothing. */
const idleStreams = 1_000;
/** How often each side is measured, in turn. */
const rounds = 8;

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
  const none = { requests: 0, seconds: 0, firstTokens: 0 };
  const sums = { with: { ...none }, without: { ...none } };
  for (let round = 0; round < rounds; round += 1)
    // Neither is always the first: what comes later meets a fuller store and a warmer machine.
    for (const side of round % 2 === 0 ? (['without', 'with'] as const) : (['with', 'without'] as const)) {
      const shown = side === 'with' ? { key } : {};
      const sum = sums[side];
      const many = await sides.load({ url: invoke, connections: 16, seconds: seconds / 2, ...shown });
      sum.requests += many.requests;
      sum.seconds += many.seconds;
      sum.firstTokens += (await sides.load({ url: stream, connections: 1, seconds: seconds / 4, ...shown })).firstToken;
    }
  const rate = ({ requests, seconds: took }: typeof none): number => requests / took;
  const more = (sums.with.firstTokens - sums.without.firstTokens) / rounds;
  const cost = await measureIdleStreams(jacquard);
  return [
    `runs a second with a key and limits ${rate(sums.with).toFixed(0)}, without ${rate(sums.without).toFixed(0)}: ratio ${(rate(sums.with) / rate(sums.without)).toFixed(2)} (≥ 0.90)`,
    `first token with a key +${more.toFixed(2)} ms (≤ +2)`,
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
