import { createDotProducts, type DotProducts } from '../search/dot-products.ts';
import { nearestSlots } from '../search/nearest-slots.ts';
import type { IndexDatabase } from './index-connection.ts';
import { dimensionsOf } from './write-index.ts';
import { readRevision } from './read-index.ts';

/** Cosines of a query with passages, by their numbers. */
export type Cosines = ReadonlyMap<number, number>;

/** What is asked of vectors: the `top` nearest among `allowed` (all, when undefined), and those of `also`. */
export interface NearestTask {
  readonly query: Float32Array;
  readonly top: number;
  readonly also: readonly number[];
  readonly allowed: ReadonlySet<number> | undefined;
}

interface HeldVectors {
  readonly dots: DotProducts;
  /** Passage by slot. */
  readonly numbers: number[];
  readonly slots: Map<number, number>;
  revision: number;
}

/** Exact search by meaning: in memory while the bases' vectors fit in `limit` bytes, those asked last; else in the file. */
export interface VectorCache {
  nearest(database: IndexDatabase, task: NearestTask): Cosines;
}

export function createVectorCache(limit: number): VectorCache {
  /** In the order of their last use. */
  const held = new Map<string, HeldVectors>();
  const makeRoom = (bytes: number): void => {
    for (const [identity, { dots }] of held) {
      const sum = [...held.values()].reduce((sum, { dots }) => sum + dots.bytes(), bytes);
      if (sum <= limit) return;
      if (dots.bytes() > 0) held.delete(identity);
    }
  };
  return {
    nearest(database, task) {
      const dimensions = dimensionsOf(database);
      if (dimensions === undefined || dimensions !== task.query.length) return new Map();
      const count = database.prepare<{ count: number }>('select count(*) as count from vectors').get()?.count ?? 0;
      const before = held.get(database.identity);
      held.delete(database.identity);
      if (count * (dimensions + 1) * 4 > limit) return nearestInFile(database, task);
      const vectors = before ?? { dots: createDotProducts(dimensions), numbers: [], slots: new Map(), revision: -1 };
      makeRoom(count * (dimensions + 1) * 4);
      held.set(database.identity, refresh(database, vectors, dimensions, count));
      return nearestInMemory(held.get(database.identity) ?? vectors, task);
    },
  };
}

/** Numbers of passages are never used twice, so what is held of one stays true; only what came and went is looked at. */
function refresh(database: IndexDatabase, held: HeldVectors, dimensions: number, count: number): HeldVectors {
  const revision = readRevision(database);
  if (held.revision === revision) return held;
  const present = new Set(
    database
      .prepare<{ rowid: number }>('select rowid from vectors')
      .all()
      .map(({ rowid }) => rowid),
  );
  const gone = held.numbers.filter((number) => number !== 0 && !present.has(number));
  const isFew = held.revision !== -1 && gone.length < held.numbers.length / 2;
  const vectors = isFew
    ? held
    : { dots: createDotProducts(dimensions), numbers: [], slots: new Map<number, number>(), revision };
  vectors.dots.reserve(Math.max(count, vectors.numbers.length));
  if (isFew) for (const number of gone) forget(vectors, number);
  const missing = [...present].filter((number) => !vectors.slots.has(number));
  const rows =
    vectors.numbers.length === 0
      ? database.prepare<VectorRow>('select rowid, embedding from vectors').all()
      : missing.flatMap(
          (number) =>
            database.prepare<VectorRow>('select rowid, embedding from vectors where rowid = ?').get(number) ?? [],
        );
  for (const { rowid, embedding } of rows) {
    const slot = vectors.numbers.length;
    vectors.numbers.push(rowid);
    vectors.slots.set(rowid, slot);
    vectors.dots.reserve(slot + 1);
    vectors.dots.set(slot, new Float32Array(embedding.buffer, embedding.byteOffset, dimensions));
  }
  vectors.revision = revision;
  return vectors;
}

interface VectorRow {
  readonly rowid: number;
  readonly embedding: Uint8Array;
}

function forget(held: HeldVectors, number: number): void {
  const slot = held.slots.get(number);
  if (slot === undefined) return;
  held.slots.delete(number);
  held.numbers[slot] = 0;
}

function nearestInMemory({ dots, numbers, slots }: HeldVectors, { query, top, also, allowed }: NearestTask): Cosines {
  const products = dots.multiply(query, numbers.length);
  const best = nearestSlots(products, top, (slot) => {
    const number = numbers[slot] ?? 0;
    return number !== 0 && (allowed === undefined || allowed.has(number));
  });
  const cosines = new Map<number, number>();
  for (const slot of best) cosines.set(numbers[slot] ?? 0, products[slot] ?? 0);
  for (const number of also) {
    const slot = slots.get(number);
    if (slot !== undefined) cosines.set(number, products[slot] ?? 0);
  }
  return cosines;
}

/** sqlite-vec's own exact search, for bases that are larger than what may stay in memory. */
function nearestInFile(database: IndexDatabase, { query, top, also, allowed }: NearestTask): Cosines {
  const bytes = new Uint8Array(query.buffer, query.byteOffset, query.byteLength);
  const within = allowed === undefined ? '' : ' and rowid in (select value from json_each(?))';
  const nearest = database
    .prepare<{ rowid: number; distance: number }>(
      `select rowid, distance from vectors where embedding match ? and k = ?${within}`,
    )
    .all(bytes, top, ...(allowed === undefined ? [] : [JSON.stringify([...allowed])]));
  const others = also.flatMap(
    (number) =>
      database
        .prepare<{ rowid: number; distance: number }>(
          'select rowid, vec_distance_cosine(embedding, ?) as distance from vectors where rowid = ?',
        )
        .get(bytes, number) ?? [],
  );
  return new Map([...nearest, ...others].map(({ rowid, distance }) => [rowid, 1 - distance]));
}
