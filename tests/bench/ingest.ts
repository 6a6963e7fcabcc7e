import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IngestFigures } from './ingest/ingesting-server.ts';
import { startProgram } from './process/child-program.ts';

/**
 * Building a knowledge base of PDF pages with the embeddings that come along, beside the same embedder on the same passages
 * alone; and the event loop of the process that builds it, while it answers 50 requests a second.
 */
const pages = Number(process.env.BENCH_PAGES ?? 100);
const pagesEach = 10;

const home = mkdtempSync(join(tmpdir(), 'jacquard-bench-ingest-'));
const words = [home, String(Math.ceil(pages / pagesEach)), String(pagesEach)];
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

async function ask(url: string, latencies: number[]): Promise<void> {
  const began = performance.now();
  const answered = await fetch(url).then(
    (response) => response.ok,
    () => false,
  );
  if (answered) latencies.push(performance.now() - began);
}

function print({ pages: read, passages, built, embedded, delay }: IngestFigures, latencies: number[]): void {
  const alone = (embedded[0] + embedded[1]) / 2;
  const line = (text: string): void => void process.stdout.write(`${text}\n`);
  line(`building     ${built.toFixed(2)} pages a second (${read} pages, ${passages} passages)`);
  line(
    `embedder     ${alone.toFixed(2)} pages a second alone, before and after: ${embedded.map((rate) => rate.toFixed(2)).join(', ')}`,
  );
  line(`ratio        ${(built / alone).toFixed(3)} (≥ 0.95)`);
  line(
    `event loop   p50 ${delay.p50.toFixed(1)}, p99 ${delay.p99.toFixed(1)} (≤ 20), longest ${delay.max.toFixed(0)} ms`,
  );
  const sorted = latencies.toSorted((one, other) => one - other);
  const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1);
  line(`requests     ${sorted.length} answered meanwhile, p50 ${at(0.5)}, p99 ${at(0.99)} ms`);
}
