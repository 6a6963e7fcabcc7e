import { foldWord, type SentenceDoubt } from '@jacquard/node-kit';
import { expectedAnswer, type ExpectedKind } from '../answer/expected-answer.ts';
import type { ValueKind } from '../answer/find-values.ts';
import type { AnswerWord } from '../answer/word-reader.ts';
import { holdsWord, surely, wordSet } from '../answer/word-set.ts';
import { dropTitleStops } from './drop-title-stops.ts';
import { fillerWords } from './filler-words.ts';
import type { Clause, ReadSentence } from './read-clauses.ts';
import { findUnansweredKind } from './find-unanswered-kind.ts';
import { isSame } from './same-value.ts';

const valueKinds: Readonly<Partial<Record<ExpectedKind, readonly ValueKind[]>>> = {
  money: ['money'],
  number: ['number'],
  percent: ['percent'],
  phone: ['phone'],
  time: ['time'],
  date: ['date', 'time'],
  year: ['date'],
  duration: ['number'],
};

/** The share of the question's words that a clause must hold to be the one that answers. */
const enough = 0.5;
const leftOut = 0.5;

/**
 * The figure or name that the passages give for a question and a whole answer leaves out, or gives another for: what was
 * written may be true, but isn't what was asked. Undefined when it is there, or when no clause stands out.
 */
export function findMissedAnswer(
  written: readonly ReadSentence[],
  sources: readonly ReadSentence[],
  question: ReadSentence,
): SentenceDoubt | undefined {
  const kinds = expectedAnswer(question.text, question.language);
  const asked = question.words.filter(
    (word) =>
      !word.isLight && !fillerWords.has(word.folded) && sources.some(({ set }) => holdsWord(set, word) >= surely),
  );
  const unanswered = findUnansweredKind(written, question);
  if (unanswered || asked.length === 0) return unanswered;
  if (kinds.includes('person')) return missedName(written, placesOf(sources), asked);
  const wanted = kinds.flatMap((kind) => valueKinds[kind] ?? []);
  if (wanted.length === 0) return undefined;
  return missedValue(written, placesOf(sources), { asked, wanted });
}

interface Place {
  readonly clause: Clause;
  readonly last: ReadSentence | undefined;
}

const leans = /^(?:her|his|its|their|it|she|he|they|this|that|son|sa|ses|leur|il|elle|ils|elles|ce|cela)(?!\p{L})/iu;

/** Clauses, with the sentence before where they begin with a pronoun. */
function placesOf(sources: readonly ReadSentence[]): Place[] {
  return sources.flatMap((source, index) =>
    source.clauses.map((clause) => ({ clause, last: leans.test(source.text) ? sources[index - 1] : undefined })),
  );
}

interface Scored {
  readonly clause: Clause;
  readonly share: number;
}

/** Clauses with the share of the question's words that each holds, the best first; none when even that holds too few. */
function scoredBy(places: readonly Place[], asked: readonly AnswerWord[]): readonly Scored[] {
  const scored = places
    .map(({ clause, last }) => ({ clause, share: shareOf(clause, last, asked) }))
    .toSorted((one, other) => other.share - one.share);
  return (scored[0]?.share ?? 0) < enough ? [] : scored;
}

function shareOf({ set, before, bound }: Clause, last: ReadSentence | undefined, asked: readonly AnswerWord[]): number {
  const condition = wordSet(bound);
  const held = asked.map((word) => {
    if (holdsWord(set, word) >= surely || holdsWord(condition, word) >= surely) return 1;
    return holdsWord(before, word) >= surely || (last && holdsWord(last.set, word) >= surely) ? leftOut : 0;
  });
  return held.reduce<number>((sum, share) => sum + share, 0) / asked.length;
}

/** Clearly better than what was written. */
const ahead = 0.2;

/** Somebody else was named than the clause that answers names. */
function missedName(
  written: readonly ReadSentence[],
  places: readonly Place[],
  asked: readonly AnswerWord[],
): SentenceDoubt | undefined {
  const scored = scoredBy(
    places.filter(({ clause }) => clause.names.some(isFullName)),
    asked,
  );
  const text = foldWord(written.map((sentence) => dropTitleStops(sentence.text)).join(' '));
  const says = ({ clause }: Scored): boolean => clause.names.some((name) => text.includes(name));
  const best = scored[0];
  const own = scored.find(says);
  if (!best || !own || best.share < own.share + ahead) return undefined;
  return { kind: 'name', words: best.clause.names.find(isFullName) ?? '', change: 'lost' };
}

function isFullName(name: string): boolean {
  return name.includes(' ');
}

function missedValue(
  written: readonly ReadSentence[],
  places: readonly Place[],
  { asked, wanted }: { readonly asked: readonly AnswerWord[]; readonly wanted: readonly ValueKind[] },
): SentenceDoubt | undefined {
  const isWanted = ({ kind }: { readonly kind: ValueKind }): boolean => wanted.includes(kind);
  const scored = scoredBy(
    places.filter(({ clause }) => clause.values.some(isWanted)),
    asked,
  );
  const theirs = written.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.values));
  const own = scored.find(({ clause }) => clause.values.some((value) => theirs.some((other) => isSame(value, other))));
  const best = scored[0];
  const first = best?.clause.values.find(isWanted);
  if (!best || !first || (own && best.share < own.share + ahead) || (!own && theirs.length > 0)) return undefined;
  const kind = first.kind === 'date' || first.kind === 'time' ? 'date' : 'number';
  return { kind, words: first.written, change: 'lost' };
}
