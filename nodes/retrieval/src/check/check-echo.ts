import { foldWord, type SentenceDoubt } from '@jacquard/node-kit';
import type { ReadSentence } from './read-clauses.ts';

/** A sentence that asks, or that only repeats the question, says nothing that a passage says. */
export function checkEcho(sentence: ReadSentence, question: ReadSentence): SentenceDoubt[] {
  const asks = /\?["”»)\s]*$/u.test(sentence.text);
  return asks || plain(sentence.text) === plain(question.text)
    ? [{ kind: 'unsupported', words: sentence.text, change: 'added' }]
    : [];
}

function plain(text: string): string {
  return foldWord(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
