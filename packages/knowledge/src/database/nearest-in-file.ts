import type { Meaning } from '../search/rank-passages.ts';
import { contextShare } from '../search/word-evidence.ts';
import type { IndexDatabase } from './index-connection.ts';
import { createSpread, type Nearest, type NearestTask } from './nearest.ts';

/** Passages from which the spread of all cosines is told. */
const sampleSize = 500;

/** Exact search by sqlite-vec's function, for bases larger than what may stay in memory. Their spread is told by a sample. */
export function nearestInFile(database: IndexDatabase, { query, top, also, allowed }: NearestTask): Nearest {
  const bytes = new Uint8Array(query.buffer, query.byteOffset, query.byteLength);
  const within = allowed === undefined ? '' : 'where number in (select value from json_each(?))';
  const found = database
    .prepare<{ number: number }>(
      `select number from vectors ${within} order by vec_distance_cosine(vector, ?) limit ${Math.trunc(top)}`,
    )
    .all(...(allowed === undefined ? [] : [JSON.stringify([...allowed])]), bytes)
    .map(({ number }) => number);
  const wanted = [...new Set([...found, ...also])];
  const highest = database.prepare<{ last: number }>('select max(number) as last from passages').get()?.last ?? 0;
  const step = Math.max(1, Math.floor(highest / sampleSize));
  const sample = Array.from({ length: Math.min(sampleSize, highest) }, (_, at) => 1 + at * step);
  const meaningOf = readMeanings(database, bytes, [...wanted, ...sample]);
  const meanings = new Map(
    wanted.flatMap((number) => {
      const meaning = meaningOf(number);
      return meaning ? [[number, meaning]] : [];
    }),
  );
  const spread = createSpread();
  for (const number of sample) {
    const meaning = meaningOf(number);
    if (meaning) spread.add(meaning.inContext);
  }
  return { meanings, spread: spread.take() };
}

/** Cosines of passages and their neighbours, which have the next numbers. */
function readMeanings(
  database: IndexDatabase,
  query: Uint8Array,
  numbers: readonly number[],
): (number: number) => Meaning | undefined {
  const wider = [...new Set(numbers.flatMap((number) => [number - 1, number, number + 1]))];
  const one = database.prepare<{ cosine: number }>(
    'select 1 - vec_distance_cosine(vector, ?) as cosine from vectors where number = ?',
  );
  const cosines = new Map(
    wider.flatMap((number) => {
      const row = one.get(query, number);
      return row ? [[number, row.cosine]] : [];
    }),
  );
  const places = new Map(
    database
      .prepare<{ number: number; source: string; position: number }>(
        'select number, source, position from passages where number in (select value from json_each(?))',
      )
      .all(JSON.stringify(wider))
      .map(({ number, source, position }) => [number, `${position - number} ${source}`]),
  );
  return (number) => {
    const cosine = cosines.get(number);
    if (cosine === undefined) return undefined;
    const around = [number - 1, number + 1].map((next) =>
      places.get(next) === places.get(number) ? (cosines.get(next) ?? cosine) : cosine,
    );
    const sum = around.reduce((sum, value) => sum + value, 0);
    return { cosine, inContext: (cosine + contextShare * sum) / (1 + 2 * contextShare) };
  };
}
