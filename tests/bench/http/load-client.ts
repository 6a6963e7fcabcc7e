import { quantile } from '../process/quantile.ts';
import { Agent, request } from 'node:http';

/** Sends requests over some connections for some seconds and says what it saw. The same program for every side. */
export interface Load {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  /** An API key to show. */
  readonly key?: string;
}

/** Times in milliseconds. */
export interface Seen {
  readonly requests: number;
  readonly failures: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  /** Median time to the first `delta`; NaN where nothing streams. */
  readonly firstToken: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1_000 });
const run = `${process.pid}-${Date.now()}`;
let count = 0;

function ask(url: string, key: string | undefined): Promise<{ ok: boolean; duration: number; firstToken: number }> {
  const body = JSON.stringify({ inputs: { question: `What is ${run}-${(count += 1)}?` } });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
  };
  const started = performance.now();
  let firstToken = Number.NaN;
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', agent, headers }, (response) => {
      response.setEncoding('latin1');
      response.on('data', (text: string) => {
        if (Number.isNaN(firstToken) && text.includes('event: delta')) firstToken = performance.now() - started;
      });
      response.on('end', () =>
        resolve({ ok: response.statusCode === 200, duration: performance.now() - started, firstToken }),
      );
    });
    call.on('error', reject);
    call.end(body);
  });
}

async function measure({ url, connections, seconds, key }: Load): Promise<Seen> {
  const durations: number[] = [];
  const firsts: number[] = [];
  let failures = 0;
  const started = performance.now();
  const end = started + seconds * 1_000;
  const connection = async (): Promise<void> => {
    while (performance.now() < end) {
      const { ok, duration, firstToken } = await ask(url, key);
      if (!ok) failures += 1;
      durations.push(duration);
      if (!Number.isNaN(firstToken)) firsts.push(firstToken);
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  const elapsed = (performance.now() - started) / 1_000;
  return {
    requests: durations.length,
    failures,
    seconds: elapsed,
    p50: quantile(durations, 0.5),
    p99: quantile(durations, 0.99),
    firstToken: quantile(firsts, 0.5),
  };
}

process.on('message', (load: Load) => {
  void measure(load).then((seen) => process.send?.(seen));
});
process.send?.('ready');
