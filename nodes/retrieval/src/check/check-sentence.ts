import type { SentenceDoubt } from '@jacquard/node-kit';
import type { WordReader } from '../answer/word-reader.ts';
import { checkConditions } from './check-conditions.ts';
import { checkNames } from './check-names.ts';
import { checkNegation } from './check-negation.ts';
import { checkSupport } from './check-support.ts';
import { checkValues } from './check-values.ts';
import { checkYesNo } from './check-yes-no.ts';
import { overlap } from './overlap.ts';
import { readSentence, readSentences, type ReadSentence } from './read-clauses.ts';
import { stripLead } from './strip-lead.ts';

/** A text that a sentence may stand on. */
export interface SourceText {
  readonly text: string;
  readonly language: string;
}

/**
 * What differs between a sentence that a model wrote and the passages that it had: figures, dates and names that they
 * don't hold, negations and conditions added or lost, words that no passage has. None found means that nothing was found,
 * never that the sentence is true.
 */
export function checkSentence(
  written: string,
  {
    question,
    sources,
    language,
  }: { readonly question: string; readonly sources: readonly SourceText[]; readonly language: string },
  reader: WordReader,
): SentenceDoubt[] {
  const sentence = readSentence(stripLead(written), language, reader);
  const asked = readSentence(question.slice(0, 2_000), language, reader);
  const read = sources.flatMap(({ text, language }) => readSentences(text, language, reader));
  const near = nearest(sentence, asked, read);
  const sourceText = sources.map(({ text }) => text).join('\n');
  const doubts = [
    ...checkYesNo(sentence, near, asked),
    ...checkValues(sentence, read),
    ...checkNames(sentence, read, { question, sourceText }),
    ...checkNegation(sentence, near, read),
    ...checkConditions(sentence, near, { question: asked, reader }),
    ...checkSupport(sentence, read, asked),
  ];
  return doubts.filter(
    (doubt, index) =>
      doubts.findIndex(
        ({ kind, words, change }) => kind === doubt.kind && words === doubt.words && change === doubt.change,
      ) === index,
  );
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
