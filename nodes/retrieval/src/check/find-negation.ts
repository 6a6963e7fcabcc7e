import type { AnswerWord } from '../answer/word-reader.ts';

/** A negation of a clause: as written, and the words that it turns round. */
export interface Negation {
  readonly written: string;
  readonly focus: readonly AnswerWord[];
}

const english =
  /(?<!\p{L})(?:not|cannot|\p{L}+n['’]t|never|no|none|nobody|nothing|nowhere|neither|nor|without|unable|impossible|forbidden|prohibited|banned|refused?|refuses)(?!\p{L})/iu;
const french =
  /(?<!\p{L})(?:ne|n['’]|pas|jamais|aucune?|sans|ni|rien|personne ne|nulle? part|impossible|interdite?s?|interdit|défendue?s?|refusée?s?|refuse|refusons)(?!\p{L})|(?<!\p{L})n['’](?=\p{L})/iu;
/** `not only`, `not merely`, `no more than`, `no later than`: what follows holds. `ne … que` is “only”. */
const notNegating = /^(?:not (?:only|merely|just)|no (?:more|less|fewer|later|earlier) than|pas seulement|pas plus)/iu;

/** The first negation of a clause; undefined when it affirms. */
export function findNegation(clause: string, words: readonly AnswerWord[], language: string): Negation | undefined {
  const match = (language === 'fr' ? french : english).exec(clause);
  if (!match || notNegating.test(clause.slice(match.index)) || isRestriction(clause, language)) return undefined;
  const after = words.filter(({ start, isLight }) => start > match.index && !isLight);
  return { written: match[0], focus: after.length > 0 ? after : words.filter(({ isLight }) => !isLight) };
}

/** French `ne … que` without `pas`: a restriction, no negation. */
function isRestriction(clause: string, language: string): boolean {
  return (
    language === 'fr' &&
    /(?<!\p{L})n(?:e\s|['’]).*(?<!\p{L})qu(?:e|['’])(?!\p{L}* ?(?:pas|jamais))/iu.test(clause) &&
    !/(?<!\p{L})(?:pas|jamais|aucune?|rien)(?!\p{L})/iu.test(clause)
  );
}
