import { loadLanguageTools, type WrittenSentence } from '@jacquard/node-kit';
import { splitSentences } from '../answer/split-sentences.ts';
import { createWordReader } from '../answer/word-reader.ts';
import { checkSentence, checkWhole } from './check-sentence.ts';

/** A text that somebody wrote from passages, and what each of its sentences has to be checked for. See `checkSentence`. */
export async function checkWriting(
  written: string,
  { question, passages }: { readonly question: string; readonly passages: readonly string[] },
): Promise<Pick<WrittenSentence, 'text' | 'doubts'>[]> {
  const reader = createWordReader(await loadLanguageTools());
  const language = reader.detect(passages.join('\n'));
  const sources = passages.map((text) => ({ text, language }));
  const task = { question, sources, language };
  const spans = splitSentences(written);
  return spans.map(({ start, end }, index) => {
    const text = written.slice(start, end);
    const whole = index === spans.length - 1 ? checkWhole(written, task, reader) : [];
    return { text, doubts: [...checkSentence(text, task, reader), ...whole] };
  });
}
