import type { ChatModel, CitedAnswer, Quotation, WrittenSentence } from '@jacquard/node-kit';
import { checkSentence, checkWhole, type SourceText } from '../check/check-sentence.ts';
import { findSources } from './find-sources.ts';
import { splitSentences } from './split-sentences.ts';
import { writePrompt } from './write-prompt.ts';
import type { WordReader } from './word-reader.ts';

/** What a model may write at most, in tokens. */
const longestAnswer = 120;
/** Sentences taken of what a model writes: the more, the further from the passages. */
const mostSentences = 2;

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
  const written: string[] = [];
  for await (const text of writtenSentences(task)) {
    const last = written.at(-1);
    if (last !== undefined) yield checked(last, task, []);
    written.push(text);
    if (written.length >= mostSentences) break;
  }
  const last = written.at(-1);
  if (last !== undefined) yield checked(last, task, written);
}

/** The text of each sentence once the next has begun, or the model has ended. */
async function* writtenSentences({ model, question, quotations, language, seed, signal }: WritingTask) {
  const options = { temperature: 0, maxTokens: longestAnswer, seed, signal };
  let pending = '';
  for await (const { text } of model.stream(writePrompt(question, quotations, language), options)) {
    pending += text;
    const spans = splitSentences(pending);
    for (const { start, end } of spans.slice(0, -1)) yield* cleaned(pending.slice(start, end));
    pending = pending.slice(spans.at(-1)?.start ?? 0);
  }
  for (const { start, end } of splitSentences(pending)) yield* cleaned(pending.slice(start, end));
}

function* cleaned(written: string): Generator<string> {
  const text = written
    .replaceAll(/\s*\[\s*\d+(?:\s*[,;-]\s*\d+)*\s*\]/g, '')
    .replaceAll(/"{3,}/g, '')
    .trim();
  if (/\p{L}{2,}|\d/u.test(text) && !/^\d+[.)]$/.test(text)) yield text;
}

/** A sentence with its sources and doubts; `whole` is all that was written, given with the last one. */
function checked(text: string, task: WritingTask, whole: readonly string[]): WrittenSentence {
  const { question, quotations, language, reader } = task;
  const found = findSources(text, quotations, language, reader);
  const standing = found.length > 0 ? quotations.filter(({ number }) => found.includes(number)) : quotations;
  const doubts = checkSentence(text, { question, sources: sourcesOf(standing, language), language }, reader);
  if (whole.length === 0) return { text, sources: found, doubts };
  const missed = checkWhole(whole.join(' '), { question, sources: sourcesOf(quotations, language), language }, reader);
  return { text, sources: found, doubts: [...doubts, ...missed] };
}

function sourcesOf(quotations: readonly Quotation[], language: string): SourceText[] {
  return quotations.map(({ text, passage }) => ({
    text: `${text}\n\n${passage.pageContent}`,
    language: passage.metadata.language === 'und' ? language : passage.metadata.language,
  }));
}
