import type { SentenceDoubt } from '@jacquard/node-kit';
import { overlap } from './overlap.ts';
import type { Clause, ReadSentence } from './read-clauses.ts';

/** The share of what a negation turns round that must be spoken of. */
const enough = 0.5;

/**
 * Negations lost or added. Lost: a passage denies something that the sentence says without denying it. Added: the sentence
 * denies something that no passage denies or excepts. Which word denies (not, never, without) doesn't matter.
 */
export function checkNegation(
  sentence: ReadSentence,
  near: readonly ReadSentence[],
  sources: readonly ReadSentence[],
): SentenceDoubt[] {
  return [...lost(sentence, near), ...added(sentence, sources)];
}

function lost({ clauses }: ReadSentence, near: readonly ReadSentence[]): SentenceDoubt[] {
  const affirming = clauses.filter(({ negation, text }) => !negation && !excepts.test(text));
  return near.flatMap((source) =>
    source.clauses.flatMap(({ negation, text, words }) => {
      if (!negation) return [];
      const says = affirming.find(
        ({ set }) =>
          overlap(negation.focus, set) > enough ||
          (overlap(negation.focus, set) >= enough && overlap(words, set) > enough),
      );
      if (!says || isAffirmedElsewhere(says, near)) return [];
      return [{ kind: 'negation' as const, words: wordsOf(negation.written, text), change: 'lost' as const }];
    }),
  );
}

/** Passages say it without a negation, too, and as fully. */
function isAffirmedElsewhere({ words }: Clause, near: readonly ReadSentence[]): boolean {
  return near.some(({ clauses }) =>
    clauses.some(({ negation, set, text }) => !negation && !excepts.test(text) && overlap(words, set) === 1),
  );
}

const excepts =
  /(?<!\p{L})(?:unless|except|but|apart|other than|only|sauf|hormis|excepté|à moins|hors|seulement)(?!\p{L})/iu;

function added({ clauses }: ReadSentence, sources: readonly ReadSentence[]): SentenceDoubt[] {
  const denying = sources.flatMap(({ clauses }) =>
    clauses.filter(({ negation, text }) => negation || excepts.test(text)),
  );
  return clauses.flatMap(({ negation, text }) => {
    if (!negation || negation.focus.length === 0) return [];
    if (denying.some(({ set }) => overlap(negation.focus, set) >= enough)) return [];
    return [{ kind: 'negation' as const, words: wordsOf(negation.written, text), change: 'added' as const }];
  });
}

/** The negation with what follows it, so that a reader finds the place. */
function wordsOf(written: string, clause: string): string {
  const at = clause.indexOf(written);
  return clause
    .slice(Math.max(0, at))
    .split(/\s+/)
    .slice(0, 4)
    .join(' ')
    .replace(/[.,;:]+$/u, '');
}
