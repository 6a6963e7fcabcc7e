import {
  ask,
  extractAnswer,
  Problem,
  renderTemplate,
  sideBySide,
  type ChatModel,
  type Equality,
  type Extraction,
} from '@jacquard/node-kit';
import type { Pair } from './split-examples.ts';

/** How prompts are scored: `accuracy` runs them, `likelihood` has the model weigh the right output (both Zhou et al. 2022). */
type ScoringWay = 'accuracy' | 'likelihood';

/** What prompts are scored with. */
export interface Scoring {
  readonly way: ScoringWay;
  /** Keeps the budget. */
  readonly model: ChatModel;
  /** Where prompt and input stand: `{{prompt}}`, `{{input}}`. */
  readonly template: string;
  readonly form: Extraction;
  readonly areSame: Equality;
  readonly maxTokens: number;
  readonly seed: number;
  readonly signal: AbortSignal;
}

/** A share of right answers, or the mean likelihood of the right outputs, from 0 to 1. */
export interface PromptScore {
  readonly value: number;
  readonly right?: number;
  readonly of: number;
}

/** So many examples are run at once; a model on this machine draws few at a time anyway. */
const atOnce = 8;

/**
 * Scores a prompt on pairs. An answer that fails or holds nothing counts as wrong; when every call failed, the first failure is
 * thrown. `name` names the calls: `score c2`.
 */
export async function scorePrompt(
  prompt: string,
  pairs: readonly Pair[],
  name: string,
  scoring: Scoring,
): Promise<PromptScore> {
  const values: number[] = [];
  const failures: Problem[] = [];
  const score = async (pair: Pair, index: number): Promise<number | Problem> => {
    try {
      return await scorePair(prompt, pair, `${name} ${index + 1}`, scoring);
    } catch (error) {
      if (!Problem.is(error) || error.kind === 'bug') throw error;
      return error;
    }
  };
  for await (const { result } of sideBySide(pairs, atOnce, score)) {
    scoring.signal.throwIfAborted();
    if (typeof result === 'number') values.push(result);
    else failures.push(result);
  }
  const [failure] = failures;
  if (failure && values.length === 0) throw failure;
  const sum = values.reduce((total, value) => total + value, 0);
  if (scoring.way === 'accuracy') return { value: sum / pairs.length, right: sum, of: pairs.length };
  return { value: Math.exp(sum / values.length), of: pairs.length };
}

/** 1 or 0 for accuracy; the logarithm of the output's probability for likelihood. */
async function scorePair(prompt: string, { input, output }: Pair, name: string, scoring: Scoring): Promise<number> {
  const { way, model, template, form, areSame, maxTokens, seed, signal } = scoring;
  const asked = renderTemplate(template, { prompt, input });
  if (way === 'likelihood') {
    const [logarithm = Number.NEGATIVE_INFINITY] =
      (await model.score?.([{ role: 'user', content: asked }], [output], { signal })) ?? [];
    return logarithm;
  }
  const stop = output.includes('\n') ? undefined : ['\n'];
  const { text } = await ask(model, asked, { name, maxTokens, temperature: 0, seed, stop, signal });
  const answer = await extractAnswer(text, form);
  return answer !== undefined && (await areSame(output, answer)) ? 1 : 0;
}
