/** What a comparison can come to; `unclear` where the model said none of the words. */
export type Consistency = 'consistent' | 'partially' | 'inconsistent' | 'unclear';

/** The last of the words that the comparison was asked to answer with. */
export function readConsistency(said: string): Consistency {
  const words = said.toLowerCase().match(/\b(?:inconsistent|partially|consistent)\b/gu) ?? [];
  const [last, before] = [words.at(-1), words.at(-2)];
  if (last === 'consistent' && before === 'partially') return 'partially';
  return last === 'inconsistent' || last === 'partially' || last === 'consistent' ? last : 'unclear';
}
