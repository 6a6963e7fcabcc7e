import { foldWord, type SentenceDoubt } from '@jacquard/node-kit';
import { expectedAnswer } from '../answer/expected-answer.ts';
import { holdsWord, surely } from '../answer/word-set.ts';
import { fillerWords } from './filler-words.ts';
import type { ReadSentence } from './read-clauses.ts';

/** A sentence that asks, or that says nothing but what the question says, says nothing that a passage says. */
export function checkEcho(sentence: ReadSentence, question: ReadSentence): SentenceDoubt[] {
  const asks = /\?["”»)\s]*$/u.test(sentence.text);
  const isEcho = asks || plain(sentence.text) === plain(question.text) || addsNothing(sentence, question);
  return isEcho ? [{ kind: 'unsupported', words: sentence.text, change: 'added' }] : [];
}

function plain(text: string): string {
  return foldWord(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Words of the question alone; what can be answered by yes or no is answered by its own words. */
function addsNothing({ text, words, clauses }: ReadSentence, question: ReadSentence): boolean {
  const kinds = expectedAnswer(question.text, question.language);
  if (kinds.includes('yes-no') || words.length < 2) return false;
  if (clauses.some(({ values, names, negation }) => values.length + names.length > 0 || negation)) return false;
  const isQuestions = words.every(
    (word) => fillerWords.has(word.folded) || word.isLight || holdsWord(question.set, word) >= surely,
  );
  return isQuestions && !/(?<!\p{L})(?:yes|no|oui|non)(?!\p{L})/iu.test(text);
}
