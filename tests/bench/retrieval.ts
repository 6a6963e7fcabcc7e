import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createEmbeddingsService,
  createKnowledge,
  type KnowledgeIndex,
  openKnowledgeIndexes,
} from '@jacquard/knowledge';
import type { EmbeddingsModel, SearchOptions, SearchResult } from '@jacquard/node-kit';
import { cachedEmbeddings } from './retrieval/cached-embeddings.ts';
import { fillIndex } from './retrieval/fill-index.ts';
import { measureExcerpts } from './retrieval/measure-excerpts.ts';
import { readCorpora, readExcerptQuestions, readOwnPassages, readOwnQuestions } from './retrieval/read-corpora.ts';

/**
 * Search as the product does it by default, over public questions with the excerpts that answer them, and over our own with
 * the passage that answers. `words in context` is hybrid without embeddings: what a base has whose language they don't know.
 */
const folder = process.argv[2] ?? '../shared/data/retrieval';
const modes = ['dense', 'keyword', 'words in context', 'hybrid'] as const;
type Mode = (typeof modes)[number];

const families = [
  ['English, no word shared', 'questions-no-shared-word.en.jsonl'],
  ['French, words shared', 'questions-shared-words.fr.jsonl'],
  ['French, paraphrased', 'questions-paraphrase.fr.jsonl'],
  ['some words shared', 'questions-mixed.jsonl'],
] as const;

const home = mkdtempSync(join(tmpdir(), 'jacquard-bench-retrieval-'));
const log = { info: () => undefined, warn: (fields: object) => say(JSON.stringify(fields)) };
const offline = (): Promise<never> => Promise.reject(new Error('offline'));
const service = createEmbeddingsService({ fetch: offline, local: { embeddings: offline }, log });
const knowledge = createKnowledge({ indexFolder: home, embeddings: service, log });
const indexes = openKnowledgeIndexes({ log });
const embeddings = cachedEmbeddings(await service.open('default'));
try {
  const corpora = readCorpora(folder);
  const index = indexes.open(join(home, 'corpora.db'));
  await fillIndex(index, corpora, knowledge, embeddings);
  await measurePublic(index);
  await fillIndex(index, readOwnPassages(), knowledge, embeddings);
  say(
    `\nOwn questions, over ${(await index.counts()).passages} passages: share whose passage is first (among the first five)`,
  );
  say(row('', modes));
  for (const [name, file] of families) await measureOwn(index, name, file);
} finally {
  embeddings.close();
  await Promise.all([indexes.close(), knowledge.close(), service.close()]);
  rmSync(home, { recursive: true, force: true });
}

async function search(index: KnowledgeIndex, question: string, mode: Mode, top?: number): Promise<SearchResult> {
  const options: SearchOptions = { ...(top !== undefined && { top }) };
  const base = { id: 'bench', name: 'Bench' };
  if (mode === 'words in context') return await index.search(question, { ...options, embeddings: undefined, base });
  const model: EmbeddingsModel = embeddings;
  return await index.search(question, { ...options, mode, embeddings: model, base });
}

async function measurePublic(index: KnowledgeIndex): Promise<void> {
  const questions = readExcerptQuestions(folder);
  say(
    `${questions.length} public questions over ${(await index.counts()).passages} passages, as many as make up 4,000 characters`,
  );
  say(row('', ['covered', 'precision', 'characters', 'ms']));
  for (const mode of modes) {
    const begun = performance.now();
    const figures: ReturnType<typeof measureExcerpts>[] = [];
    for (const question of questions) {
      figures.push(measureExcerpts(question, (await search(index, question.question, mode)).passages));
    }
    const spent = (performance.now() - begun) / questions.length;
    const columns = [
      mean(figures.map(({ covered }) => covered)).toFixed(4),
      mean(figures.map(({ precision }) => precision)).toFixed(4),
      mean(figures.map(({ characters }) => characters)).toFixed(0),
      spent.toFixed(1),
    ];
    say(row(mode, columns));
  }
  say('hybrid: ≥ 0.87, and ≥ keyword + 0.01');
}

async function measureOwn(index: KnowledgeIndex, name: string, file: string): Promise<void> {
  const questions = readOwnQuestions(file);
  const columns: string[] = [];
  for (const mode of modes) {
    const ranks: number[] = [];
    for (const { question, passage } of questions) {
      const { passages } = await search(index, question, mode, 5);
      ranks.push(passages.findIndex(({ metadata }) => metadata.source === passage));
    }
    const share = (isCounted: (rank: number) => boolean): string =>
      (ranks.filter(isCounted).length / questions.length).toFixed(3);
    columns.push(`${share((rank) => rank === 0)} (${share((rank) => rank >= 0)})`);
  }
  say(row(`${name} (${questions.length})`, columns));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function row(name: string, columns: readonly string[]): string {
  return name.padEnd(32) + columns.map((column) => column.padStart(18)).join('');
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
