import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createEmbeddingsService, createKnowledge, textForEmbedding, type SourceFile } from '@jacquard/knowledge';
import { makeDocuments } from './make-documents.ts';

/** What the process measured. Rates in pages a second; delays in milliseconds. */
export interface IngestFigures {
  readonly pages: number;
  readonly passages: number;
  /** Building the base, again and again: reading, cutting, embedding, writing. */
  readonly built: readonly number[];
  /** The embedder alone, on the same passages: before the first building and after each. */
  readonly embedded: readonly number[];
  /** The event loop while the base was built. */
  readonly delay: { readonly p50: number; readonly p99: number; readonly max: number };
}

/**
 * A server's process that builds a base while it answers requests: `ingesting-server.ts HOME FILES PAGES ROUNDS`. It sends its
 * address before it begins, and its figures at the end.
 */
const [home = '', files = '1', pagesEach = '1', rounds = '1'] = process.argv.slice(2);
const log = {
  info: () => undefined,
  warn: (fields: object, message: string) => void process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
};
const nothingElse = (): Promise<never> => Promise.reject(new Error('nothing but the default is measured'));
const embeddings = createEmbeddingsService({ fetch: nothingElse, local: { embeddings: nothingElse }, log });
const knowledge = createKnowledge({ indexFolder: join(home, 'index'), embeddings, log });

const paths = await makeDocuments(join(home, 'files'), Number(files), Number(pagesEach));
const sources = await Promise.all(paths.map(sourceFile));
const { documents } = await knowledge.readFiles(sources);
const passages = await knowledge.split(documents);
const texts = passages.map(textForEmbedding);
const pages = documents.reduce((sum, { metadata }) => sum + (metadata.pages ?? 0), 0);
const model = await embeddings.open('default');
await model.embedDocuments(texts.slice(0, 16)); // the weights are there, for both sides

const server = createServer((_, response) => response.end('{"status":"ready"}')).listen(0, '127.0.0.1');
await once(server, 'listening');
process.send?.({ port: (server.address() as AddressInfo).port }); // boundary: a TCP server's address is one
const delays: ReturnType<typeof monitorEventLoopDelay>[] = [];
const content = { document: { 'jacquard-knowledge': 1 as const, sources: ['*'] }, sources };
const built: number[] = [];
const embedded = [await rateOf(() => model.embedDocuments(texts))];
for (let round = 0; round < Number(rounds); round += 1) {
  const base = knowledge.base(`bench-${round}`, 'bench');
  const watch = monitorEventLoopDelay({ resolution: 1 });
  watch.enable();
  built.push(await rateOf(() => base.build(content)));
  watch.disable();
  delays.push(watch);
  embedded.push(await rateOf(() => model.embedDocuments(texts)));
}
server.close();
process.send?.({
  pages,
  passages: passages.length,
  built,
  embedded,
  delay: { p50: delayOf(50), p99: delayOf(99), max: Math.max(...delays.map(({ max }) => max)) / 1e6 - 1 },
} satisfies IngestFigures);
await knowledge.close();
await embeddings.close();
process.disconnect?.();

/** Of the worst building, without the millisecond that the watch itself waits. */
function delayOf(percentile: number): number {
  return Math.max(0, ...delays.map((watch) => watch.percentile(percentile) / 1e6 - 1));
}

async function rateOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (pages * 1_000) / (performance.now() - began);
}

async function sourceFile(path: string): Promise<SourceFile> {
  const { size, mtimeMs, ino } = await stat(path);
  return { source: basename(path), path, size, modified: mtimeMs, stamp: `${ino}:${size}:${mtimeMs}` };
}
