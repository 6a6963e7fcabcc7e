import { Problem, type Budget, type ChatModel, type Message } from '@jacquard/node-kit';
import type { ScoreCandidate } from './candidate-score.ts';

/**
 * How likely the model holds the answer, per token (the geometric mean of its tokens' probabilities, so that a long answer isn't
 * worth less for its length). Throws `model-insides-closed` where the model tells no probabilities.
 */
export function likelihoodOfCandidates(
  model: ChatModel,
  messages: readonly Message[],
  budget: Budget,
  signal: AbortSignal,
): ScoreCandidate {
  const scoring = budget.model(model);
  if (scoring.score === undefined) throw new Problem('model-insides-closed', { model: model.name });
  return async (answer) => {
    if (!budget.allows() || answer.trim() === '') return undefined;
    const [logarithm] = (await scoring.score?.(messages, [answer], { signal })) ?? [];
    const tokens = (await model.countTokens?.(answer, signal)) ?? answer.trim().split(/\s+/u).length;
    if (logarithm === undefined || !Number.isFinite(logarithm)) return undefined;
    const value = Math.exp(logarithm / Math.max(1, tokens));
    return { value, verdict: `${Number((value * 100).toPrecision(3))} %` };
  };
}
