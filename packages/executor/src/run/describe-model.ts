import type { JsonValue } from '@jacquard/flow';
import type { ChatModel } from '@jacquard/node-kit';

/** A model that a step asks, and its node. */
export interface AskedModel {
  readonly model: ChatModel;
  readonly component: string | undefined;
}

const described = new WeakMap<ChatModel, JsonValue>();

/** What nodes look at before they ask a model: enough to stand in for it later. No address, no key. */
export function describeModel(model: ChatModel): JsonValue {
  const known = described.get(model);
  if (known !== undefined) return known;
  const { name, capabilities, complete, score } = model;
  const { streaming, seed, schema, grammar, logprobs, tools, contextTokens, languages } = capabilities;
  const about: JsonValue = {
    name: name.slice(0, 200),
    capabilities: {
      streaming,
      seed,
      schema,
      grammar,
      logprobs,
      tools,
      ...(contextTokens !== undefined && { contextTokens }),
      ...(languages !== undefined && { languages: [...languages] }),
    },
    completes: complete !== undefined,
    scores: score !== undefined,
  };
  described.set(model, about);
  return about;
}
