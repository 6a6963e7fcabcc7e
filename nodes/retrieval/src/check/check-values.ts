import type { SentenceDoubt } from '@jacquard/node-kit';
import type { TextValue } from '../answer/find-values.ts';
import type { AnswerWord } from '../answer/word-reader.ts';
import { holdsWord, surely, wordSet } from '../answer/word-set.ts';
import { boundsDiffer } from './bounds-differ.ts';
import { fillerWords } from './filler-words.ts';
import { oppositeWords } from './opposite-words.ts';
import type { Clause, ReadSentence } from './read-clauses.ts';
import { isSame, timeUnit } from './same-value.ts';

/** How much better another figure must fit what a clause says before this one is doubted. */
const margin = 0.2;
/** What a word of the clause before counts, which a shortened clause leaves out. */
const leftOut = 0.5;
const samePolarity = 0.2;

interface Place {
  readonly clause: Clause;
  readonly source: ReadSentence;
}

/**
 * Figures of a sentence that stand in no passage, or there beside other words, with another unit, or bound the other way:
 * of “adults 12, children eight”, “8 for adults” is doubted; of “until ten days before”, “after ten days”. A figure that
 * stands alone is taken to answer the question.
 */
export function checkValues(
  sentence: ReadSentence,
  sources: readonly ReadSentence[],
  question: ReadSentence,
): SentenceDoubt[] {
  const known = sources.flatMap((source) => source.clauses.map((clause) => ({ clause, source })));
  return sentence.clauses.flatMap((clause) =>
    clause.values.flatMap((value, place): SentenceDoubt[] => {
      const holding = known.filter(({ clause: other }) => holds(other, value, clause));
      const words = contextOf(clause, question, known);
      if (holding.length === 0 || !isBesideItsWords(value, { clause, words }, { known, holding }))
        return [doubtOf(value)];
      if (isTurnedRange(value, clause.values[place + 1], clause, holding)) return [doubtOf(value)];
      if (!boundsDiffer(value, clause.text, holding)) return [];
      return [{ kind: 'condition', words: clause.text.trim(), change: 'added' }];
    }),
  );
}

function doubtOf({ kind, written }: TextValue): SentenceDoubt {
  return { kind: kind === 'date' || kind === 'time' ? 'date' : 'number', words: written, change: 'added' };
}

/** The same figure, and of the same unit where both have one. */
function holds({ values, text }: Clause, value: TextValue, clause: Clause): boolean {
  const unit = timeUnit(value, clause.text);
  return values.some((other) => {
    const theirs = timeUnit(other, text);
    return isSame(value, other) && (unit === undefined || theirs === undefined || unit === theirs);
  });
}

/** The words that a figure is said of: the clause's, with its condition; the question's where the clause has none. */
function contextOf(clause: Clause, question: ReadSentence, known: readonly Place[]): AnswerWord[] {
  const isFigure = ({ start, end }: AnswerWord): boolean =>
    clause.values.some((one) => start < one.end && one.start < end);
  const own = [...clause.words.filter((word) => !isFigure(word)), ...clause.bound].filter(isTelling);
  const words = own.length > 0 ? own : question.words.filter(isTelling);
  return words.filter((word) => known.some(({ source }) => holdsWord(source.set, word) >= surely));
}

function isTelling({ isLight, folded }: AnswerWord): boolean {
  return !isLight && !fillerWords.has(folded);
}

function isBesideItsWords(
  value: TextValue,
  { clause, words }: { readonly clause: Clause; readonly words: readonly AnswerWord[] },
  { known, holding }: { readonly known: readonly Place[]; readonly holding: readonly Place[] },
): boolean {
  const elsewhere = words.filter((word) => !holding.some(({ source }) => holdsWord(source.set, word) >= surely));
  if (elsewhere.length > 0) return false;
  const turned = words.filter(({ folded }) => oppositeWords.has(folded));
  if (!turned.every((word) => holding.some(({ clause: other }) => holdsWord(withBound(other), word) >= surely)))
    return false;
  const rivals = known.filter(
    (other) => !holding.includes(other) && other.clause.values.some(({ kind }) => kind === value.kind),
  );
  const best = (places: readonly Place[]): number =>
    Math.max(0, ...places.map((place) => fit({ clause, words }, place.clause, value)));
  return best(rivals) <= best(holding) + margin;
}

function withBound({ words, bound }: Clause): ReturnType<typeof wordSet> {
  return wordSet([...words, ...bound]);
}

/** How well a clause of a passage says what this one says, but for the figure: its words and other figures. */
function fit(
  { clause, words }: { readonly clause: Clause; readonly words: readonly AnswerWord[] },
  other: Clause,
  value: TextValue,
): number {
  const set = withBound(other);
  const figures = clause.values.filter((one) => one !== value);
  const total = words.length + figures.length;
  if (total === 0) return 0;
  const held = words.reduce(
    (sum, word) => sum + (holdsWord(set, word) >= surely ? 1 : holdsWord(other.before, word) >= surely ? leftOut : 0),
    figures.filter((figure) => other.values.some((one) => isSame(figure, one))).length,
  );
  const agrees = (clause.negation === undefined) === (other.negation === undefined);
  return held / total + (agrees ? samePolarity : 0);
}

const rangeWord = /^[\s\p{L}]{0,4}(?:to|until|till|and|à|au|et|jusqu|-|–)/iu;

/** `from March to October` of `from October to March`. */
function isTurnedRange(
  value: TextValue,
  next: TextValue | undefined,
  { text }: Clause,
  holding: readonly Place[],
): boolean {
  if (!next || next.kind !== value.kind || !rangeWord.test(text.slice(value.end).trim())) return false;
  const both = holding.filter(({ clause }) => clause.values.some((other) => isSame(next, other)));
  return (
    both.length > 0 &&
    both.every(({ clause: { values } }) => {
      const first = values.findIndex((other) => isSame(value, other));
      return values.findIndex((other) => isSame(next, other)) < first;
    })
  );
}
