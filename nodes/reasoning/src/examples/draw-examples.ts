import type { PlacedExample } from './example-ways.ts';

/** So many examples in an order that the seed decides (Fisher and Yates; the numbers by mulberry32). */
export function drawExamples(
  examples: readonly PlacedExample[],
  count: number,
  seed: number,
): readonly PlacedExample[] {
  const shuffled = [...examples];
  const random = randomOf(seed);
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const [one, two] = [shuffled[last], shuffled[other]];
    if (one === undefined || two === undefined) continue;
    shuffled[last] = two;
    shuffled[other] = one;
  }
  return shuffled.slice(0, count);
}

/**
 * As many of each answer as there is room for: one of each in turn, in the table's order of answers and of examples, so that the
 * label that stands most often in the table doesn't stand most often in the prompt.
 */
export function balanceExamples(examples: readonly PlacedExample[], count: number): readonly PlacedExample[] {
  const byAnswer = new Map<string, PlacedExample[]>();
  for (const example of examples) {
    const key = example.answer.trim().toLowerCase();
    byAnswer.set(key, [...(byAnswer.get(key) ?? []), example]);
  }
  const chosen: PlacedExample[] = [];
  for (let round = 0; chosen.length < count; round++) {
    const turn = [...byAnswer.values()].flatMap((group) => group[round] ?? []);
    if (turn.length === 0) break;
    chosen.push(...turn.slice(0, count - chosen.length));
  }
  return chosen;
}

function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
