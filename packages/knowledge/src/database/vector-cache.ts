import { createDotProducts, type DotProducts } from '../search/dot-products.ts';
import { nearestSlots } from '../search/nearest-slots.ts';
import type { Meaning } from '../search/rank-passages.ts';
import { contextShare } from '../search/word-evidence.ts';
import type { IndexDatabase } from './index-connection.ts';
import { createSpread, type Nearest, type NearestTask } from './nearest.ts';
import { nearestInFile } from './nearest-in-file.ts';
import { readRevision } from './read-index.ts';
import { readStatistics } from './read-statistics.ts';
import { dimensionsOf } from './write-index.ts';

/** Exact search by meaning: in memory while the bases' vectors fit in `limit` bytes, those asked last; else in the file. */
export interface VectorCache {
  nearest(database: IndexDatabase, task: NearestTask): Nearest;
}

interface HeldVectors {
  readonly dots: DotProducts;
  /** Passage by slot; 0 where it has gone. */
  readonly numbers: number[];
  readonly slots: Map<number, number>;
  /** Slots of the passages before and after in the same document; the slot itself where there is none. */
  neighbours: readonly [Int32Array, Int32Array];
  revision: number;
}

/** Creates a cache that holds at most `limit` bytes. */
export function createVectorCache(limit: number): VectorCache {
  /** In the order of their last use. */
  const held = new Map<string, HeldVectors>();
  const makeRoom = (bytes: number): void => {
    let sum = [...held.values()].reduce((sum, { dots }) => sum + dots.bytes(), bytes);
    for (const [identity, { dots }] of held) {
      if (sum <= limit) return;
      held.delete(identity);
      sum -= dots.bytes();
    }
  };
  return {
    nearest(database, task) {
      const dimensions = dimensionsOf(database);
      if (dimensions !== task.query.length) return { meanings: new Map(), spread: { mean: 0, deviation: 0 } };
      const before = held.get(database.identity);
      held.delete(database.identity);
      const bytes = readStatistics(database).passages * (dimensions + 1) * 4;
      if (bytes > limit) return nearestInFile(database, task);
      makeRoom(bytes);
      const vectors = refresh(database, before ?? holdNothing(dimensions), dimensions);
      held.set(database.identity, vectors);
      return nearestInMemory(vectors, task);
    },
  };
}

function holdNothing(dimensions: number): HeldVectors {
  const none = new Int32Array(0);
  return { dots: createDotProducts(dimensions), numbers: [], slots: new Map(), neighbours: [none, none], revision: -1 };
}

interface VectorRow {
  readonly number: number;
  readonly vector: Uint8Array;
}

/** Numbers of passages are never used twice, so what is held of one stays true; only what came and went is looked at. */
function refresh(database: IndexDatabase, before: HeldVectors, dimensions: number): HeldVectors {
  const revision = readRevision(database);
  if (before.revision === revision) return before;
  const present = new Set(
    database
      .prepare<{ number: number }>('select number from vectors')
      .all()
      .map(({ number }) => number),
  );
  const gone = before.numbers.filter((number) => number !== 0 && !present.has(number));
  const held = gone.length > before.numbers.length / 2 ? holdNothing(dimensions) : before;
  for (const number of gone) {
    held.numbers[held.slots.get(number) ?? -1] = 0;
    held.slots.delete(number);
  }
  const last = held.numbers.reduce((last, number) => Math.max(last, number), 0);
  held.dots.reserve(held.numbers.length + present.size - held.slots.size);
  const rows = database.prepare<VectorRow>('select number, vector from vectors where number > ?').iterate(last);
  for (const { number, vector } of rows) {
    const slot = held.numbers.push(number) - 1;
    held.slots.set(number, slot);
    held.dots.set(slot, new Float32Array(vector.buffer, vector.byteOffset, dimensions));
  }
  held.neighbours = findNeighbours(database, held);
  held.revision = revision;
  return held;
}

function findNeighbours(database: IndexDatabase, { numbers, slots }: HeldVectors): readonly [Int32Array, Int32Array] {
  const before = Int32Array.from(numbers, (_, slot) => slot);
  const after = Int32Array.from(before);
  const rows = database
    .prepare<{ number: number; source: string; position: number }>(
      'select number, source, position from passages order by number',
    )
    .all();
  for (const [at, { number, source, position }] of rows.entries()) {
    const next = rows[at + 1];
    if (next?.number !== number + 1 || next.source !== source || next.position !== position + 1) continue;
    const [mine, theirs] = [slots.get(number), slots.get(next.number)];
    if (mine === undefined || theirs === undefined) continue;
    after[mine] = theirs;
    before[theirs] = mine;
  }
  return [before, after];
}

function nearestInMemory(held: HeldVectors, { query, top, also, allowed }: NearestTask): Nearest {
  const { dots, numbers, slots } = held;
  const cosines = dots.multiply(query, numbers.length);
  const { wide, spread } = widen(cosines, held);
  const best = nearestSlots(wide, top, (slot) => {
    const number = numbers[slot] ?? 0;
    return number !== 0 && (allowed === undefined || allowed.has(number));
  });
  const meanings = new Map<number, Meaning>();
  for (const slot of [...best, ...also.flatMap((number) => slots.get(number) ?? [])]) {
    meanings.set(numbers[slot] ?? 0, { cosine: cosines[slot] ?? 0, inContext: wide[slot] ?? 0 });
  }
  return { meanings, spread };
}

/** Cosines with a part of the neighbours' in each, and how they spread. */
function widen(
  cosines: Float32Array,
  { neighbours: [before, after], numbers }: HeldVectors,
): { readonly wide: Float32Array; readonly spread: Nearest['spread'] } {
  const wide = new Float32Array(cosines.length);
  const spread = createSpread();
  for (let slot = 0; slot < wide.length; slot += 1) {
    const around = (cosines[before[slot] ?? slot] ?? 0) + (cosines[after[slot] ?? slot] ?? 0);
    const value = ((cosines[slot] ?? 0) + contextShare * around) / (1 + 2 * contextShare);
    wide[slot] = value;
    if (numbers[slot] !== 0) spread.add(value);
  }
  return { wide, spread: spread.take() };
}
