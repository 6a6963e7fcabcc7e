import { measureKeys } from './http/key-figures.ts';
import { openSides, type Sides } from './http/sides.ts';

/**
 * Runs over HTTP beside a bare Express route that calls the same model class and stores nothing: prompt → OpenAI-compatible
 * model without latency, which answers four tokens → output. Both sides warm, in turn, with one client program; each figure is the best of two rounds.
 */
const seconds = Number(process.env.BENCH_SECONDS ?? 5);

interface Figures {
  readonly runs: number;
  /** Milliseconds of the server's processor time. */
  readonly cpuPerRun: number;
  readonly p50: number;
  readonly firstToken: number;
  readonly cpuPerToken: number;
}

async function measureSide(sides: Sides, side: 'jacquard' | 'bare'): Promise<Figures> {
  const burst = await sides.urls('burst-4', 'invoke');
  const stream = await sides.urls('burst-4', 'stream');
  const paced = await sides.urls('paced-500', 'stream');
  const atFirst = sides[side].cpuSeconds();
  const many = await sides.load({ url: burst[side], connections: 16, seconds });
  const cpuPerRun = ((sides[side].cpuSeconds() - atFirst) * 1_000) / many.requests;
  const one = await sides.load({ url: burst[side], connections: 1, seconds: Math.min(seconds, 3) });
  const first = await sides.load({ url: stream[side], connections: 1, seconds: Math.min(seconds, 3) });
  const before = sides[side].cpuSeconds();
  const tokens = await sides.load({ url: paced[side], connections: 4, seconds });
  const cpu = sides[side].cpuSeconds() - before;
  return {
    runs: many.requests / many.seconds,
    cpuPerRun,
    p50: one.p50,
    firstToken: first.firstToken,
    cpuPerToken: (cpu / (tokens.requests * 500)) * 1_000_000,
  };
}

function bestOf(a: Figures, b: Figures): Figures {
  return {
    runs: Math.max(a.runs, b.runs),
    cpuPerRun: Math.min(a.cpuPerRun, b.cpuPerRun),
    p50: Math.min(a.p50, b.p50),
    firstToken: Math.min(a.firstToken, b.firstToken),
    cpuPerToken: Math.min(a.cpuPerToken, b.cpuPerToken),
  };
}

function row(label: string, ours: number, bare: number, verdict: string): string {
  return `${label.padEnd(34)} ${ours.toFixed(2).padStart(10)} ${bare.toFixed(2).padStart(10)}   ${verdict}`;
}

const sides = await openSides();
try {
  for (const side of ['jacquard', 'bare'] as const)
    await sides.load({
      url: (await sides.urls('burst-4', 'invoke'))[side],
      connections: 16,
      seconds: Math.min(seconds, 3),
    });
  const jacquard = [await measureSide(sides, 'jacquard')];
  const bare = [await measureSide(sides, 'bare')];
  jacquard.push(await measureSide(sides, 'jacquard'));
  bare.push(await measureSide(sides, 'bare'));
  const ours = jacquard.reduce(bestOf);
  const theirs = bare.reduce(bestOf);
  const lines = [
    `${''.padEnd(34)} ${'jacquard'.padStart(10)} ${'bare'.padStart(10)}`,
    row(
      'runs a second, 16 connections',
      ours.runs,
      theirs.runs,
      `ratio ${(ours.runs / theirs.runs).toFixed(2)} (≥ 0.70; ≥ 1000 runs)`,
    ),
    row('server CPU a run, ms', ours.cpuPerRun, theirs.cpuPerRun, ''),
    row('p50, 1 connection, ms', ours.p50, theirs.p50, `+${(ours.p50 - theirs.p50).toFixed(2)} ms (≤ +1)`),
    row(
      'first token, ms',
      ours.firstToken,
      theirs.firstToken,
      `+${(ours.firstToken - theirs.firstToken).toFixed(2)} ms (≤ +2)`,
    ),
    row(
      'server CPU a token, µs',
      ours.cpuPerToken,
      theirs.cpuPerToken,
      `+${(ours.cpuPerToken - theirs.cpuPerToken).toFixed(2)} µs (≤ +15)`,
    ),
  ];
  process.stdout.write(`${[...lines, ...(await measureKeys(sides, seconds))].join('\n')}\n`);
} finally {
  await sides.end();
}
