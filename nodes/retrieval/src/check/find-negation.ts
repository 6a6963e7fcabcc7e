import type { AnswerWord } from '../answer/word-reader.ts';

/** A negation of a clause: as written, and the words that it turns round, the nearest first. */
export interface Negation {
  readonly written: string;
  readonly focus: readonly AnswerWord[];
}

const english =
  /(?<!\p{L})(?:not|cannot|\p{L}+n['’]t|never|no|none|nobody|nothing|nowhere|neither|nor|without|unable|impossible|forbidden|prohibited|banned|refused?|refuses)(?!\p{L})/iu;
const french =
  /(?<!\p{L})(?:ne|pas|jamais|aucune?|sans|ni|rien|personne ne|nulle? part|impossible|interdite?s?|défendue?s?|refusée?s?|refuse|refusons|inutiles?)(?!\p{L})|(?<!\p{L})n['’](?=\p{L})/iu;
/** `not only`, `no more than`, `no later than`: what follows holds. */
const notNegating = /^(?:not (?:only|merely|just)|no (?:more|less|fewer|later|earlier) than|pas seulement|pas plus)/iu;

/** The `no` that answers a question denies nothing by itself. */
const answer = /^\W*(?:no|non)(?=\s*[,;.:!–—])/iu;

/** How many words after a negation it certainly turns round. */
const reach = 3;

/** The first negation of a clause; undefined when it affirms. A bare `no` that answers a question is none. */
export function findNegation(clause: string, words: readonly AnswerWord[], language: string): Negation | undefined {
  const match = (language === 'fr' ? french : english).exec(clause.replace(answer, (no) => ' '.repeat(no.length)));
  if (!match || notNegating.test(clause.slice(match.index)) || isRestriction(clause, language)) return undefined;
  const after = words.filter(({ start }) => start > match.index);
  if (after.length === 0 && words.length === 0) return undefined;
  return { written: match[0], focus: after.length > 0 ? after.slice(0, reach) : words };
}

/** French `ne … que` without `pas`: a restriction, no negation. */
function isRestriction(clause: string, language: string): boolean {
  if (language !== 'fr' || /(?<!\p{L})(?:pas|jamais|aucune?|rien)(?!\p{L})/iu.test(clause)) return false;
  return /(?<!\p{L})n(?:e\s|['’]).*(?<!\p{L})qu(?:e|['’])/iu.test(clause);
}
