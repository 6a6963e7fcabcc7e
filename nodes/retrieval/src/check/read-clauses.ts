import { findNames } from './find-names.ts';
import { findNegation, type Negation } from './find-negation.ts';
import { findValues, type TextValue } from '../answer/find-values.ts';
import { splitSentences } from '../answer/split-sentences.ts';
import type { AnswerWord, WordReader } from '../answer/word-reader.ts';
import { wordSet, type WordSet } from '../answer/word-set.ts';

/** A part of a sentence that says one thing: what stands between commas, conjunctions and words that begin a condition. */
export interface Clause {
  readonly text: string;
  readonly words: readonly AnswerWord[];
  readonly set: WordSet;
  readonly values: readonly TextValue[];
  readonly names: readonly string[];
  readonly negation: Negation | undefined;
}

/** A sentence in its clauses. */
export interface ReadSentence {
  readonly text: string;
  readonly language: string;
  readonly clauses: readonly Clause[];
  readonly words: readonly AnswerWord[];
  readonly set: WordSet;
}

const breaks =
  /[,;:()–—]|(?<!\p{L})(?:and|but|while|whereas|unless|except|if|provided|because|et|mais|tandis|sauf|si|hormis|excepté|car|parce|pourvu)(?!\p{L})|(?<!\p{L})à moins(?!\p{L})/giu;

/** Reads all sentences of a text. A table's rows are sentences whose cells are clauses. */
export function readSentences(text: string, language: string, reader: WordReader): ReadSentence[] {
  return splitSentences(text).map(({ start, end }) => readSentence(text.slice(start, end), language, reader));
}

/** See {@link ReadSentence}. */
export function readSentence(text: string, language: string, reader: WordReader): ReadSentence {
  const words = reader.words(text, language);
  const clauses = clauseTexts(text).map((part): Clause => {
    const own = reader.words(part, language);
    return {
      text: part,
      words: own,
      set: wordSet(own),
      values: findValues(part, language),
      names: findNames(part, text.indexOf(part) === 0),
      negation: findNegation(part, own, language),
    };
  });
  return { text, language, clauses, words, set: wordSet(words) };
}

/** Commas within a number, and `:` or `.` within a time, part nothing. */
function clauseTexts(text: string): string[] {
  const cuts = [...text.matchAll(breaks)]
    .filter(({ index }) => !(/\d/.test(text[index - 1] ?? '') && /\d/.test(text[index + 1] ?? '')))
    .map(({ index }) => index);
  return [0, ...cuts]
    .map((start, place) => text.slice(start, cuts[place] ?? text.length))
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
}
