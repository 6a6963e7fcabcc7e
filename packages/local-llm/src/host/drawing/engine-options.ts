import { TokenBias, type LlamaModel, type SequenceEvaluateOptions, type Token } from 'node-llama-cpp';
import type { Generation } from '../host-request.ts';

/** Tokens back to which repetition is punished. */
const penalisedTokens = 64;

/** A generation's settings as the engine takes them, and what they remember while it goes on. */
export interface EngineDrawing {
  readonly options: SequenceEvaluateOptions;
  /** Hears each token that was drawn. */
  drew(token: Token): void;
}

/**
 * The engine draws in this order: bias, penalties, top-k, top-p, min-p, temperature (`drawing-distribution.ts` reckons the same).
 * While a grammar binds there are no penalties, since its brackets must come again.
 */
export function engineDrawing(
  model: LlamaModel,
  { temperature, topP, topK, minP, seed, repeatPenalty, tokenBias }: Generation,
  isBound: () => boolean,
): EngineDrawing {
  const recent: Token[] = [];
  return {
    options: {
      temperature,
      topP,
      topK,
      minP,
      seed,
      ...(repeatPenalty > 1 && {
        repeatPenalty: { punishTokens: () => (isBound() ? [] : recent), penalty: repeatPenalty },
      }),
      ...(tokenBias.length > 0 && { tokenBias: biasOf(model, tokenBias) }),
    },
    drew(token) {
      recent.push(token);
      if (recent.length > penalisedTokens) recent.shift();
    },
  };
}

function biasOf(model: LlamaModel, biases: Generation['tokenBias']): TokenBias {
  const bias = TokenBias.for(model);
  for (const { token, bias: logit } of biases) {
    const tokens = typeof token === 'string' ? model.tokenize(token, false) : [token as Token]; // boundary: an id is a token
    for (const one of tokens) bias.set(one, { logit: Math.max(-100, Math.min(100, logit)) });
  }
  return bias;
}
