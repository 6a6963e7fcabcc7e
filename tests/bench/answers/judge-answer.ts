import type { CitedAnswer } from '@jacquard/flow';
import type { BenchQuestion } from './read-questions.ts';

/** What became of a question. */
export interface Judgement {
  readonly question: BenchQuestion;
  readonly answer: CitedAnswer;
  readonly isDeclined: boolean;
  /** One of the first two cited passages holds the fact. */
  readonly isHeld: boolean;
  /** The model's text states the fact; undefined where no model wrote. */
  readonly isStated: boolean | undefined;
  /** A sentence of the model's carries a mark. */
  readonly isMarked: boolean;
}

/** At most so many citations count. */
const citations = 2;

/** Compares an answer with what the question's author expects. */
export function judgeAnswer(question: BenchQuestion, answer: CitedAnswer): Judgement {
  const cited = [...new Set(answer.quotations.map(({ passage }) => plain(passage.pageContent)))].slice(0, citations);
  const sentences = answer.written?.sentences ?? [];
  const text = plain(sentences.map((sentence) => sentence.text).join(' '));
  return {
    question,
    answer,
    isDeclined: answer.outcome === 'not-found',
    isHeld: question.holds.some((words) => cited.some((passage) => passage.includes(plain(words)))),
    isStated: answer.written && question.states.some((words) => text.includes(plain(words))),
    isMarked: sentences.some(({ doubts }) => doubts.length > 0),
  };
}

/** Spaces of all kinds are one; capitals don't count. */
function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').toLowerCase();
}
