import { chanceOf, Problem, type Table } from '@jacquard/node-kit';

/** An input and what should come out. */
export interface Pair {
  readonly input: string;
  readonly output: string;
}

/** The examples in parts: prompts are induced from and chosen by `train`; `heldOut` no choice ever sees. */
export interface SplitExamples {
  readonly train: readonly Pair[];
  readonly heldOut: readonly Pair[];
}

/** Fewer can't be split. */
const fewest = 3;

/**
 * Splits a table whose first two columns are input and output, by the draw of `seed`: at most `heldOut` rows, and never more than a
 * third, are held out. Rows without an input and a row's repetition don't count. Throws `examples-need-two-columns`, `examples-too-few`.
 */
export function splitExamples({ columns, rows }: Table, heldOut: number, seed: number): SplitExamples {
  const [input, output] = columns;
  if (input === undefined || output === undefined) throw new Problem('examples-need-two-columns', { columns });
  const pairs = new Map<string, Pair>();
  for (const row of rows) {
    const pair = { input: String(row[input] ?? '').trim(), output: String(row[output] ?? '').trim() };
    if (pair.input !== '' && pair.output !== '') pairs.set(JSON.stringify(pair), pair);
  }
  if (pairs.size < fewest) throw new Problem('examples-too-few', { rows: pairs.size, fewest });
  const drawn = shuffle([...pairs.values()], seed);
  const apart = Math.min(heldOut, Math.floor(drawn.length / fewest));
  return { train: drawn.slice(apart), heldOut: drawn.slice(0, apart) };
}

/** The items in an order drawn by a seed (Fisher–Yates). */
export function shuffle<Item>(items: readonly Item[], seed: number): Item[] {
  const drawn = [...items];
  for (let last = drawn.length - 1; last > 0; last -= 1) {
    const place = Math.floor(chanceOf(seed, last) * (last + 1));
    [drawn[last], drawn[place]] = [drawn[place] as Item, drawn[last] as Item]; // boundary: both places are within the list
  }
  return drawn;
}
