import type { SentenceDoubt } from '@jacquard/node-kit';
import type { WordReader } from '../answer/word-reader.ts';
import { findConditions, type Condition } from './find-conditions.ts';
import { overlap } from './overlap.ts';
import type { ReadSentence } from './read-clauses.ts';

/** The share of the bound statement that a sentence must say for its condition to be missed. */
const enough = 0.5;

/**
 * Conditions lost or added: the sentence says what a passage says only under a condition (unless, except, only, if), or
 * sets one that no passage sets. A condition that the question itself names isn't missed.
 */
export function checkConditions(
  sentence: ReadSentence,
  near: readonly ReadSentence[],
  { question, reader }: { readonly question: ReadSentence; readonly reader: WordReader },
): SentenceDoubt[] {
  const read = ({ text, language }: ReadSentence): Condition[] => findConditions(text, language, reader);
  const own = read(sentence);
  const theirs = near.flatMap(read);
  const asked = read(question);
  const lost = theirs.filter((condition) => isLost(condition, { sentence, own, question, near }));
  const added = own.filter(
    ({ kind }) =>
      isBinding(kind) && ![...theirs, ...asked].some((other) => other.kind === kind) && !excludes(kind, near),
  );
  return [
    ...lost.map((condition) => doubtOf(condition, 'lost')),
    ...added.map((condition) => doubtOf(condition, 'added')),
  ];
}

function doubtOf({ phrase }: Condition, change: SentenceDoubt['change']): SentenceDoubt {
  return { kind: 'condition', words: phrase, change };
}

function isLost(
  { kind, focus, main }: Condition,
  {
    sentence,
    own,
    question,
    near,
  }: {
    readonly sentence: ReadSentence;
    readonly own: readonly Condition[];
    readonly question: ReadSentence;
    readonly near: readonly ReadSentence[];
  },
): boolean {
  if (!isBinding(kind) || own.some((condition) => condition.kind === kind)) return false;
  if (overlap(focus, question.set) > enough && kind !== 'exception') return false;
  const saysMain = overlap(main, sentence.set) >= enough;
  const saysFocus = focus.length > 0 && overlap(focus, sentence.set) > enough;
  if (kind === 'exception') return (saysMain || saysFocus) && !isDenied(focus, sentence, near);
  return saysMain && !saysFocus;
}

/** The sentence denies what is excepted, and that negation isn't one that a passage makes of something else. */
function isDenied(focus: Condition['focus'], { clauses }: ReadSentence, near: readonly ReadSentence[]): boolean {
  return clauses.some(({ negation, set }) => {
    if (!negation || overlap(focus, set) === 0) return false;
    const made = near.flatMap((source) => source.clauses.filter((clause) => clause.negation));
    return !made.some((clause) => overlap(negation.focus, clause.set) >= enough && overlap(focus, clause.set) === 0);
  });
}

/** `before` and `after` are looked at together with the figure that they bound. */
function isBinding(kind: Condition['kind']): boolean {
  return kind !== 'before' && kind !== 'after';
}

/** “Only dogs” says no more than “dogs; other animals are not”. */
function excludes(kind: Condition['kind'], near: readonly ReadSentence[]): boolean {
  return kind === 'only' && near.some(({ clauses }) => clauses.some(({ negation }) => negation));
}
