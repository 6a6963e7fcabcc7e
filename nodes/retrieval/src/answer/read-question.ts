import { isStopWord, wordTokens, type SearchReport } from '@jacquard/node-kit';
import { isAskingWord } from './asking-words.ts';
import { targetWords, expectedAnswer, type ExpectedKind } from './expected-answer.ts';
import { namesThing } from './names-thing.ts';
import { findValues, type TextValue } from './find-values.ts';
import { splitSentences, type TextSpan } from './split-sentences.ts';
import type { AnswerWord, WordReader } from './word-reader.ts';

/** A content word of the question, with how much it says. */
export interface QuestionTerm extends AnswerWord {
  /** Inverse document frequency, less for words that say little. */
  readonly weight: number;
  /** How many passages of the base hold it; undefined where nobody counted. */
  readonly passages: number | undefined;
  /** Written with a capital within the sentence: somebody or something of this name is asked about. */
  readonly isName: boolean;
  /** Names a thing rather than says what it does. */
  readonly isThing: boolean;
  /** Says what kind of answer is asked for; an answer of that kind stands for it. */
  readonly isAsking: boolean;
}

/** A question as the decision and the quotations need it. */
export interface QuestionReading {
  readonly text: string;
  readonly language: string;
  readonly expected: readonly ExpectedKind[];
  readonly terms: readonly QuestionTerm[];
  /** Terms that follow `how many`: a figure has to count them. */
  readonly counted: readonly QuestionTerm[];
  /** Terms that follow `which`: what answers has to be one of them. */
  readonly chosen: readonly QuestionTerm[];
  /** Terms that stand side by side: `town hall`, `salle de lecture`. */
  readonly pairs: readonly (readonly [QuestionTerm, QuestionTerm])[];
  /** Figures that the question itself names. */
  readonly values: readonly TextValue[];
}

const longestQuestion = 4_000;
const mostTerms = 48;

/** Reads a question. `report` gives weights, what the question leans on, and its language; without it, words weigh the same. */
export function readQuestion(question: string, report: SearchReport | undefined, reader: WordReader): QuestionReading {
  const text = question.slice(0, longestQuestion);
  const language = languageOf(text, report, reader);
  const query = report?.usesHistory === true ? report.query.slice(0, longestQuestion) : text;
  const own = expectedAnswer(text, language);
  const leans = query !== text && (own.length === 0 || own.includes('yes-no'));
  const inherited = leans ? expectedAnswer(query, language) : own;
  const expected = inherited.length === 0 ? own : inherited;
  const words = reader.words(query, language);
  const weigh = weigher(report, reader, language);
  const sentences = splitSentences(query);
  const terms = distinct(words)
    .slice(0, mostTerms)
    .map((word) => {
      const name = isName(word, query, sentences);
      const isThing = name || namesThing(query, word.start, word.written, language);
      return { ...word, ...weigh(word, isThing), isName: name, isThing, isAsking: isAskingWord(word.folded, expected) };
    });
  const targets = targetWords(query, language);
  const among = (words: readonly string[]): QuestionTerm[] => {
    const first = terms.find(({ folded, isLight }) => !isLight && words.includes(folded));
    return first && !first.isAsking ? [first] : [];
  };
  return {
    text,
    language,
    expected,
    terms,
    values: findValues(query, language),
    counted: among(targets.counted),
    chosen: among(targets.chosen),
    pairs: pairsOf(terms, words, query),
  };
}

/** Words of grammar of one of our two languages alone decide; names in a short question mislead detectors. */
function languageOf(text: string, report: SearchReport | undefined, reader: WordReader): string {
  const folded = wordTokens(text.slice(0, 500)).map((token) => token.folded);
  const [english, french] = ['en', 'fr'].map((language) => folded.filter((word) => isStopWord(word, language)).length);
  if ((english ?? 0) > 1 && french === 0) return 'en';
  if ((french ?? 0) > 1 && english === 0) return 'fr';
  return report && report.language !== 'und' ? report.language : reader.detect(text);
}

/** What words weigh against things of the same rarity. An action is easily said in other words, above all one that no passage knows. */
const shares = { light: 0.25, action: 0.7, unknownAction: 0.4 };

/** Weights as the search counted them. A word that it didn't count weighs as much as the rarest. */
function weigher(report: SearchReport | undefined, reader: WordReader, language: string) {
  const counted = (report?.terms ?? []).map((term) => ({ term, words: reader.words(term.word, language) }));
  const heaviest = Math.max(1, ...counted.map(({ term }) => term.weight));
  return (word: AnswerWord, isThing: boolean): Pick<QuestionTerm, 'weight' | 'passages'> => {
    const found = counted.find(({ words }) => words.some(({ folded }) => folded === word.folded))?.term;
    const weight = report ? (found?.weight ?? heaviest) : 1;
    const passages = found?.passages;
    const share = word.isLight ? shares.light : isThing ? 1 : passages === 0 ? shares.unknownAction : shares.action;
    return { weight: weight * share, passages };
  };
}

function distinct(words: readonly AnswerWord[]): AnswerWord[] {
  const seen = new Set<string>();
  return words.filter(({ stems }) => !stems.some((stem) => seen.has(stem)) && stems.every((stem) => seen.add(stem)));
}

function isName({ start, written }: AnswerWord, text: string, sentences: readonly TextSpan[]): boolean {
  if (!/^\p{Lu}/u.test(written)) return false;
  return !sentences.some((sentence) => /^[^\p{L}\p{N}]*$/u.test(text.slice(sentence.start, start)));
}

function pairsOf(
  terms: readonly QuestionTerm[],
  words: readonly AnswerWord[],
  text: string,
): (readonly [QuestionTerm, QuestionTerm])[] {
  return words.flatMap((word, index) => {
    const next = words[index + 1];
    if (!next || !/^(?:[\s'’-]| d[eu] | des | d['’]| à | de la | of )+$/iu.test(text.slice(word.end, next.start)))
      return [];
    const one = terms.find(({ start }) => start === word.start);
    const other = terms.find(({ start }) => start === next.start);
    return one && other && !one.isAsking && !other.isAsking && !one.isLight && !other.isLight
      ? [[one, other] as const]
      : [];
  });
}
