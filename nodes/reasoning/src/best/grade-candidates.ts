import { ask, Problem, type Budget, type ChatModel } from '@jacquard/node-kit';
import type { ScoreCandidate } from './candidate-score.ts';

const longestShown = 6000;
/** What a model that can be held to a grammar may say. */
const gradeGrammar = 'root ::= "10" | [0-9]';

export interface Grading {
  readonly judge: ChatModel;
  readonly budget: Budget;
  readonly question: string;
  /** What the judge looks at. */
  readonly criteria: string;
  readonly maxTokens: number;
  readonly signal: AbortSignal;
}

/**
 * A judge's grade from 0 to 10, as a share. The first number of what it writes counts, of `8/10` the 8; no number, one beyond 10,
 * a judge that fails or can't be asked any more: no grade.
 */
export function gradeCandidates(grading: Grading): ScoreCandidate {
  const { judge, budget, question, criteria, maxTokens, signal } = grading;
  const model = budget.model(judge);
  return async (answer, sample) => {
    if (!budget.allows()) return undefined;
    const name = `grade ${sample + 1}`;
    const prompt = [
      `Question: ${question.slice(0, longestShown)}`,
      `Answer: ${answer.slice(0, longestShown)}`,
      `Grade this answer from 0 to 10. ${criteria}`.trim(),
      'Reply with the grade alone.',
    ].join('\n\n');
    try {
      const grammar = judge.capabilities.grammar ? gradeGrammar : undefined;
      const { text } = await ask(model, prompt, { name, temperature: 0, maxTokens, grammar, signal });
      const grade = Number(/\d+(?:[.,]\d+)?/u.exec(text)?.[0].replace(',', '.'));
      if (!(grade >= 0 && grade <= 10)) return undefined;
      return { value: grade / 10, verdict: `${grade}/10`, from: { call: name } };
    } catch (error) {
      signal.throwIfAborted();
      if (Problem.is(error) && error.kind !== 'bug') return undefined;
      throw error;
    }
  };
}
