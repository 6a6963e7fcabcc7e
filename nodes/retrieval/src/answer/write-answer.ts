import type { ChatModel, CitedAnswer, Quotation, WrittenSentence } from '@jacquard/node-kit';
import { checkSentence } from '../check/check-sentence.ts';
import { findSources } from './find-sources.ts';
import { splitSentences } from './split-sentences.ts';
import { writePrompt } from './write-prompt.ts';
import type { WordReader } from './word-reader.ts';

/** What a model may write at most, in tokens. */
const longestAnswer = 220;

/** What a model is asked to write from. */
export interface WritingTask {
  readonly model: ChatModel;
  readonly question: string;
  readonly quotations: readonly Quotation[];
  readonly language: CitedAnswer['language'];
  readonly reader: WordReader;
  readonly seed: number;
  readonly signal: AbortSignal;
}

/**
 * The sentences that a model writes, each as soon as it is whole, with the quotations that our code found it to stand on
 * and what differs from them. Numbers in brackets that the model wrote are taken out. Throws what the model throws.
 */
export async function* writeAnswer(task: WritingTask): AsyncGenerator<WrittenSentence, void, void> {
  const { model, question, quotations, language, seed, signal } = task;
  const options = { temperature: 0, maxTokens: longestAnswer, seed, signal };
  let pending = '';
  for await (const { text } of model.stream(writePrompt(question, quotations, language), options)) {
    pending += text;
    const spans = splitSentences(pending);
    const whole = spans.slice(0, -1);
    for (const { start, end } of whole) yield* sentenceOf(pending.slice(start, end), task);
    pending = pending.slice(spans.at(-1)?.start ?? 0);
  }
  for (const { start, end } of splitSentences(pending)) yield* sentenceOf(pending.slice(start, end), task);
}

function* sentenceOf(
  written: string,
  { question, quotations, language, reader }: WritingTask,
): Generator<WrittenSentence> {
  const text = written.replaceAll(/\s*\[\s*\d+(?:\s*[,;-]\s*\d+)*\s*\]/g, '').trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return;
  const found = findSources(text, quotations, language, reader);
  const standing = found.length > 0 ? quotations.filter(({ number }) => found.includes(number)) : quotations;
  const sources = standing.map(({ text, passage }) => ({
    text: `${text}\n\n${passage.pageContent}`,
    language: passage.metadata.language === 'und' ? language : passage.metadata.language,
  }));
  yield { text, sources: found, doubts: checkSentence(text, { question, sources, language }, reader) };
}
