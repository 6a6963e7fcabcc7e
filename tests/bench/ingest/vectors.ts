import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FileEntry, type KnowledgeIndex, openKnowledgeIndexes } from '@jacquard/knowledge';
import type { EmbeddingsModel } from '@jacquard/node-kit';

/** Milliseconds a query, the median of some. */
export interface VectorFigures {
  readonly vectors: number;
  readonly dimensions: number;
  /** The product's search by meaning, from the call to its answer. */
  readonly search: number;
  /** The first one, which loads the vectors. */
  readonly first: number;
  /** Brute force over one array in memory, and nothing else. */
  readonly bruteForce: number;
  /** How many of the queries gave the same nearest passages as brute force. */
  readonly equal: number;
  readonly queries: number;
}

const queries = 21;
const top = 10;
const perFile = 1_000;

/** Exact search over random vectors of length 1 through the product's index, beside brute force in memory. */
export async function measureVectors(vectors = 50_000, dimensions = 384): Promise<VectorFigures> {
  const home = mkdtempSync(join(tmpdir(), 'jacquard-bench-vectors-'));
  const indexes = openKnowledgeIndexes({ log: { info: () => undefined, warn: () => undefined } });
  try {
    const random = createRandom(7);
    const all = Array.from({ length: vectors }, () => unitVector(random, dimensions));
    const index = indexes.open(join(home, 'vectors.db'));
    for (let from = 0; from < vectors; from += perFile) await index.replace(entryOf(all, from));
    return { vectors, dimensions, queries, ...(await measureQueries(index, all, random)) };
  } finally {
    await indexes.close();
    rmSync(home, { recursive: true, force: true });
  }
}

async function measureQueries(
  index: KnowledgeIndex,
  all: readonly Float32Array[],
  random: () => number,
): Promise<Pick<VectorFigures, 'search' | 'first' | 'bruteForce' | 'equal'>> {
  const dimensions = all[0]?.length ?? 0;
  const flat = new Float32Array(all.length * dimensions);
  for (const [at, vector] of all.entries()) flat.set(vector, at * dimensions);
  const [searches, forces]: [number[], number[]] = [[], []];
  let equal = 0;
  for (let round = 0; round < queries; round += 1) {
    const query = unitVector(random, dimensions);
    let begun = performance.now();
    const { passages } = await index.search('?', {
      mode: 'dense',
      top,
      embeddings: fixedEmbeddings(query),
      base: { id: 'bench', name: 'Bench' },
    });
    searches.push(performance.now() - begun);
    begun = performance.now();
    const nearest = bruteForce(flat, query, all.length);
    forces.push(performance.now() - begun);
    const found = passages.map(({ metadata }) => Number(metadata.title));
    if (found.length === top && found.every((number, at) => number === nearest[at])) equal += 1;
  }
  const [first = 0, ...others] = searches;
  return { search: median(others), first, bruteForce: median(forces.slice(1)), equal };
}

function bruteForce(flat: Float32Array, query: Float32Array, count: number): number[] {
  const dimensions = query.length;
  const cosines = new Float64Array(count);
  for (let row = 0; row < count; row += 1) {
    let sum = 0;
    const from = row * dimensions;
    for (let at = 0; at < dimensions; at += 1) sum += (flat[from + at] ?? 0) * (query[at] ?? 0);
    cosines[row] = sum;
  }
  const least = cosines.toSorted()[count - top] ?? 0;
  return [...cosines.entries()]
    .filter(([, cosine]) => cosine >= least)
    .sort(([, a], [, b]) => b - a)
    .map(([row]) => row);
}

function entryOf(all: readonly Float32Array[], from: number): FileEntry {
  const source = `${from}.txt`;
  const shared = { document: source, source, mediaType: 'text/plain', language: 'en' };
  const part = all.slice(from, from + perFile);
  return {
    file: {
      source,
      stamp: '',
      size: 0,
      modified: 0,
      sha256: source,
      readAt: 0,
      state: 'ready',
      unread: [],
      warnings: [],
      mediaType: 'text/plain',
    },
    documents: [],
    passages: part.map((_, at) => ({
      pageContent: 'loom',
      // Every second place, so that no passage has neighbours.
      metadata: { ...shared, title: String(from + at), headings: [], start: 0, end: 4, position: 2 * at },
    })),
    vectors: part.map((vector) => [...vector]),
  };
}

function fixedEmbeddings(vector: Float32Array): EmbeddingsModel {
  return {
    identity: 'fixed',
    name: 'fixed',
    location: 'local',
    languages: undefined,
    embedDocuments: async () => [],
    embedQuery: async () => [...vector],
  };
}

function unitVector(random: () => number, dimensions: number): Float32Array {
  const vector = Float32Array.from({ length: dimensions }, () => random() - 0.5);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** The same numbers in every run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
