import { findValues, type TextValue } from '../answer/find-values.ts';
import { splitSentences } from '../answer/split-sentences.ts';
import type { AnswerWord, WordReader } from '../answer/word-reader.ts';
import { wordSet, type WordSet } from '../answer/word-set.ts';
import { clauseSpans } from './clause-texts.ts';
import { findNames } from './find-names.ts';
import { findNegation, type Negation } from './find-negation.ts';

/** A part of a sentence that says one thing. */
export interface Clause {
  readonly text: string;
  readonly words: readonly AnswerWord[];
  readonly set: WordSet;
  readonly values: readonly TextValue[];
  readonly names: readonly string[];
  readonly negation: Negation | undefined;
  /** What the clauses before it in its sentence say: `children eight` leaves out what “adults may borrow 12 items” said. */
  readonly before: WordSet;
  /** Words of the condition that follows: `£9 if it comes from abroad`. */
  readonly bound: readonly AnswerWord[];
}

/** A sentence in its clauses. */
export interface ReadSentence {
  readonly text: string;
  readonly language: string;
  readonly clauses: readonly Clause[];
  readonly words: readonly AnswerWord[];
  readonly set: WordSet;
}

const conditional = /^(?:,\s*)?(?:if|unless|except|provided|si|sauf|à moins|pourvu|excepté)(?!\p{L})/iu;

/** Reads all sentences of a text. A table's rows are sentences whose cells are clauses. */
export function readSentences(text: string, language: string, reader: WordReader): ReadSentence[] {
  return splitSentences(text).map(({ start, end }) => readSentence(text.slice(start, end), language, reader));
}

/** See {@link ReadSentence}. */
export function readSentence(text: string, language: string, reader: WordReader): ReadSentence {
  const words = reader.words(text, language);
  const spans = clauseSpans(text);
  const clauses = spans.map(({ start, end }, place): Clause => {
    const part = text.slice(start, end);
    const next = text.slice(end, spans[place + 1]?.end ?? end);
    const own = reader.words(part, language);
    return {
      text: part,
      words: own,
      set: wordSet(own),
      values: findValues(part, language),
      names: findNames(part, start === 0),
      negation: findNegation(part, own, language),
      before: wordSet(words.filter((word) => word.end <= start)),
      bound: conditional.test(next) ? reader.words(next, language) : [],
    };
  });
  return { text, language, clauses, words, set: wordSet(words) };
}
