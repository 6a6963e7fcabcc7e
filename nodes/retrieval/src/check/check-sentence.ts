import type { SentenceDoubt } from '@jacquard/node-kit';
import type { WordReader } from '../answer/word-reader.ts';
import { checkConditions } from './check-conditions.ts';
import { checkEcho } from './check-echo.ts';
import { checkExtent } from './check-extent.ts';
import { checkNames } from './check-names.ts';
import { checkNegation } from './check-negation.ts';
import { checkSupport } from './check-support.ts';
import { checkValues } from './check-values.ts';
import { checkYesNo } from './check-yes-no.ts';
import { findMissedAnswer } from './find-missed-answer.ts';
import { overlap } from './overlap.ts';
import { readSentence, readSentences, type ReadSentence } from './read-clauses.ts';
import { stripLead } from './strip-lead.ts';

/** A text that a sentence may stand on. */
export interface SourceText {
  readonly text: string;
  readonly language: string;
}

/** What sentences are checked against. */
export interface CheckTask {
  readonly question: string;
  readonly sources: readonly SourceText[];
  /** Of what was written. */
  readonly language: string;
}

/**
 * What differs between a sentence that a model wrote and the passages that it had: figures, dates and names that they
 * don't hold, negations and conditions added or lost, words that no passage has. None found means that nothing was found,
 * never that the sentence is true.
 */
export function checkSentence(written: string, task: CheckTask, reader: WordReader): SentenceDoubt[] {
  const { sentence, asked, read } = readTask(written, task, reader);
  const echo = checkEcho(sentence, asked);
  if (echo.length > 0) return echo;
  const near = nearest(sentence, asked, read);
  const sourceText = task.sources.map(({ text }) => text).join('\n');
  const doubts = [
    ...checkYesNo(sentence, read, asked),
    ...checkValues(sentence, read, asked),
    ...checkNames(sentence, read, { question: task.question, sourceText }),
    ...checkNegation(sentence, near, read),
    ...checkConditions(sentence, near, { question: asked, reader }),
    ...checkExtent(sentence, near),
    ...checkSupport(sentence, read, asked),
  ];
  return doubts.filter((doubt, index) => doubts.findIndex((other) => isEqual(doubt, other)) === index);
}

/** What the passages give for the question and the whole answer leaves out; see `findMissedAnswer`. It is told of the last sentence. */
export function checkWhole(written: string, task: CheckTask, reader: WordReader): SentenceDoubt[] {
  const { asked, read } = readTask('', task, reader);
  const missed = findMissedAnswer(readSentences(written, task.language, reader), read, asked);
  return missed ? [missed] : [];
}

function readTask(
  written: string,
  { question, sources, language }: CheckTask,
  reader: WordReader,
): { readonly sentence: ReadSentence; readonly asked: ReadSentence; readonly read: readonly ReadSentence[] } {
  return {
    sentence: readSentence(stripLead(written), language, reader),
    asked: readSentence(question.slice(0, longestQuestion), language, reader),
    read: sources.flatMap(({ text, language }) => readSentences(text, language, reader)),
  };
}

const longestQuestion = 2_000;

function isEqual(one: SentenceDoubt, other: SentenceDoubt): boolean {
  return one.kind === other.kind && one.words === other.words && one.change === other.change;
}

/** The sentences that this one is about: those that share most words with it, or with the question for a bare yes or no. */
function nearest(sentence: ReadSentence, asked: ReadSentence, sources: readonly ReadSentence[]): ReadSentence[] {
  const words = [...sentence.words, ...(sentence.words.length < 3 ? asked.words : [])];
  const scored = sources.map((source) => ({
    source,
    share: overlap(words, source.set),
    back: overlap(source.words, sentence.set),
  }));
  const best = Math.max(0, ...scored.map(({ share }) => share));
  return scored
    .filter(({ source, share, back }) => share > 0 && (share >= best * 0.6 || back >= 0.5 || binds(source)))
    .map(({ source }) => source);
}

const exceptions = /(?<!\p{L})(?:unless|except|all \p{L}+ but|every\p{L}* but|sauf|hormis|excepté|à moins)(?!\p{L})/iu;

/** A sentence with an exception is looked at even when it shares little: what it excepts may be spoken of. */
function binds({ text }: ReadSentence): boolean {
  return exceptions.test(text);
}
