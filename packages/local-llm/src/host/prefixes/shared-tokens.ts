/**
 * How many tokens at the beginning of `wanted` are evaluated by a state in which `known` was: whole blocks, since both were
 * cut into the same ones, or all of it, when the two are the same. Tokens beyond are cut into other blocks, whose numbers
 * differ in the last digits, and with them, once in a while, the text of a seed.
 */
export function sharedTokens(known: readonly number[], wanted: readonly number[], blockTokens: number): number {
  const most = Math.min(known.length, wanted.length);
  let count = 0;
  while (count < most && known[count] === wanted[count]) count += 1;
  if (count === known.length && count === wanted.length) return count;
  return count - (count % blockTokens);
}
