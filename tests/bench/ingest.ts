import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IngestFigures } from './ingest/ingesting-server.ts';
import { measureVectors } from './ingest/vectors.ts';
import { startProgram } from './process/child-program.ts';

/**
 * Building a knowledge base of PDF pages with the embeddings that come along, beside the same embedder on the same passages
 * alone, in turn, so that both see the same neighbours; and the event loop of the process that builds it, while it answers 50
 * requests a second. Then exact search among 50,000 vectors of 384 dimensions, beside brute force in memory.
 */
const pages = Number(process.env.BENCH_PAGES ?? 60);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const pagesEach = 10;

const home = mkdtempSync(join(tmpdir(), 'jacquard-bench-ingest-'));
const words = [home, String(Math.ceil(pages / pagesEach)), String(pagesEach), String(rounds)];
const program = startProgram('ingest/ingesting-server.ts', words);
try {
  const { port } = (await program.said) as { port: number }; // boundary: our own program's first message
  const latencies: number[] = [];
  const asking = setInterval(() => void ask(`http://127.0.0.1:${port}/`, latencies), 20);
  const [figures] = (await once(program.process, 'message')) as [IngestFigures]; // boundary: and its last
  clearInterval(asking);
  print(figures, latencies);
} finally {
  await program.end();
  rmSync(home, { recursive: true, force: true });
}

const { vectors, dimensions, search, first, bruteForce, equal, queries } = await measureVectors();
const pace = [search, bruteForce, first].map((milliseconds) => milliseconds.toFixed(1));
line(
  `vectors      ${vectors} of ${dimensions}: ${pace[0]} ms a search (≤ 25), brute force in memory ${pace[1]}, the first search ${pace[2]}`,
);
line(`             ${equal} of ${queries} searches gave the nearest ten`);

async function ask(url: string, latencies: number[]): Promise<void> {
  const began = performance.now();
  const answered = await fetch(url).then(
    (response) => response.ok,
    () => false,
  );
  if (answered) latencies.push(performance.now() - began);
}

function print({ pages: read, passages, built, embedded, delay }: IngestFigures, latencies: number[]): void {
  const list = (rates: readonly number[]): string => rates.map((rate) => rate.toFixed(2)).join(', ');
  // Each building beside the embedder right before and right after it.
  const ratios = built.map((rate, round) => rate / (((embedded[round] ?? 0) + (embedded[round + 1] ?? 0)) / 2));
  line(`building     ${list(built)} pages a second (${read} pages, ${passages} passages)`);
  line(`embedder     ${list(embedded)} pages a second alone, before, between and after`);
  line(`ratio        ${at(ratios, 0.5).toFixed(3)} (≥ 0.95), of ${list(ratios)}`);
  line(
    `event loop   p50 ${delay.p50.toFixed(1)}, p99 ${delay.p99.toFixed(1)} (≤ 20), longest ${delay.max.toFixed(0)} ms`,
  );
  const [half, most] = [at(latencies, 0.5), at(latencies, 0.99)].map((value) => value.toFixed(1));
  line(`requests     ${latencies.length} answered meanwhile, p50 ${half}, p99 ${most} ms`);
}

function line(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** The value below which such a share of them lies. */
function at(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN;
}
