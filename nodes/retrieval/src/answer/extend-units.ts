import type { ReadPassage, Unit } from './read-passages.ts';

const bindsBefore =
  /^["“«\s]*(?:unless|except|however|but|only if|this does not|this doesn['’]t|these do not|it does not apply|sauf|toutefois|cependant|mais|néanmoins|à moins|en revanche|hormis|excepté|cela ne|ceci ne)(?!\p{L})/iu;
const leansOnLast =
  /^["“«\s]*(?:it|its|they|them|their|this|these|those|he|she|his|her|such|both|until (?:then|it)|il|elle|ils|elles|celui-ci|celle-ci|ceux-ci|cela|ce|ces|cette|cet|leurs?|elle-même)(?!\p{L})/iu;

/** The longest quotation in characters: a sentence before is taken along only within it. */
const longest = 420;

/**
 * A unit with what belongs to it: the next sentence when it begins with a condition (unless, but, sauf), the one before
 * when this one begins with a pronoun. Rows stand alone.
 */
export function extendUnits(unit: Unit): { readonly read: ReadPassage; readonly from: number; readonly until: number } {
  const { read, index } = unit;
  if (unit.kind === 'row') return { read, from: index, until: index + 1 };
  const next = read.units[index + 1];
  const last = read.units[index - 1];
  const takesNext = next?.kind === 'sentence' && bindsBefore.test(next.text);
  const takesLast = last?.kind === 'sentence' && leansOnLast.test(unit.text) && unit.end - last.start <= longest;
  return { read, from: takesLast ? index - 1 : index, until: takesNext ? index + 2 : index + 1 };
}
