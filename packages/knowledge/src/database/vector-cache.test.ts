import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadLanguageTools } from '@jacquard/node-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { passageWords } from '../search/passage-words.ts';
import { createIndexConnection, type IndexConnection } from './index-connection.ts';
import type { Nearest, NearestTask } from './nearest.ts';
import { sampleEntry } from './testing/sample-entry.ts';
import { createVectorCache, type VectorCache } from './vector-cache.ts';
import { deleteFiles, grow, writeEntry } from './write-index.ts';

const dimensions = 6;
const tools = await loadLanguageTools();
let folder: string;
let index: IndexConnection;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jacquard-vectors-'));
  index = createIndexConnection(join(folder, 'a.db'), () => undefined);
});
afterAll(async () => {
  index.close();
  await rm(folder, { recursive: true });
});

function unit(seed: number): number[] {
  const vector = Array.from({ length: dimensions }, (_, at) => Math.sin(seed * 7.3 + at * at * 1.7));
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function write(source: string, count: number, seed: number): void {
  const vectors = Array.from({ length: count }, (_, at) => unit(seed + at));
  const entry = sampleEntry({ source, passages: vectors.map((vector, at) => ({ text: `Text ${at}.`, vector })) });
  const written = {
    ...entry,
    vectors: Float32Array.from(vectors.flat()),
    dimensions,
    hasVector: vectors.map(() => true),
  };
  index.change((database) =>
    writeEntry(
      database,
      written,
      entry.passages.map((passage) => passageWords(passage, tools)),
    ),
  );
}

const ask = (cache: VectorCache, task: Partial<NearestTask> = {}): Nearest =>
  index.use((database) =>
    cache.nearest(database, { query: Float32Array.from(unit(400)), top: 5, also: [], allowed: undefined, ...task }),
  );
const rounded = ({ meanings }: Nearest): [number, string][] =>
  [...meanings]
    .map(([number, { cosine, inContext }]): [number, string] => [
      number,
      `${cosine.toFixed(4)} ${inContext.toFixed(4)}`,
    ])
    .sort(([a], [b]) => a - b);

test('memory and file agree, while files come, change and go', () => {
  const memory = createVectorCache(1_000_000);
  const file = createVectorCache(0);
  const changes = [
    () => write('a.txt', 8, 0),
    () => write('b.txt', 5, 100),
    () => write('a.txt', 3, 200),
    () =>
      index.change((database) => {
        deleteFiles(database, ['b.txt']);
        grow(database);
      }),
    () => write('c.txt', 9, 300),
  ];
  for (const change of changes) {
    change();
    const numbers = index.use((database) =>
      database
        .prepare<{ number: number }>('select number from vectors')
        .all()
        .map(({ number }) => number),
    );
    // All are asked for, since the file orders by cosine and memory by what stands around it, too.
    const [held, read] = [memory, file].map((cache) => ask(cache, { top: 100, also: numbers }));
    expect(rounded(held ?? ask(memory))).toEqual(rounded(read ?? ask(file)));
    expect(held?.meanings.size).toBe(numbers.length);
    expect(held?.spread.mean).toBeCloseTo(read?.spread.mean ?? 0, 4);
    expect(held?.spread.deviation).toBeCloseTo(read?.spread.deviation ?? 0, 4);
  }
});

test('a passage’s nearness takes a part of its neighbours’ in the same document alone', () => {
  const nearest = ask(createVectorCache(1_000_000), { top: 100 });
  const { meanings } = nearest;
  const [first = 0] = index.use((database) =>
    database
      .prepare<{ number: number }>("select number from passages where source = 'c.txt' order by position")
      .all()
      .map(({ number }) => number),
  );
  const [own, next] = [meanings.get(first), meanings.get(first + 1)];
  const expected = ((own?.cosine ?? 0) * 1.3 + 0.3 * (next?.cosine ?? 0)) / 1.6;
  expect(own?.inContext).toBeCloseTo(expected, 5);
});

test('only what is allowed is given, and vectors of other dimensions find nothing', () => {
  for (const cache of [createVectorCache(1_000_000), createVectorCache(0)]) {
    const [some = 0] = ask(cache).meanings.keys();
    expect([...ask(cache, { allowed: new Set([some]) }).meanings.keys()]).toEqual([some]);
    expect(ask(cache, { query: new Float32Array(dimensions + 1) }).meanings.size).toBe(0);
  }
});
