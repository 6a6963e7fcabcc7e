import { Problem, type FlowInterface, type JsonValue } from '@jacquard/flow';
import type { ChatCompletionRequest } from '@jacquard/protocol';

/** Parameters of a request, and what the fields of nodes are called that say the same. */
const fields = {
  temperature: 'temperature',
  top_p: 'topP',
  seed: 'seed',
  max_tokens: 'maxTokens',
  max_completion_tokens: 'maxTokens',
} as const;

/** What many clients always send, and what says nothing: OpenAI's own defaults. */
const neutral: Readonly<Record<string, JsonValue>> = {
  temperature: 1,
  top_p: 1,
  n: 1,
  presence_penalty: 0,
  frequency_penalty: 0,
  logprobs: false,
  top_logprobs: 0,
  tool_choice: 'none',
};

const ofModels = [
  'n',
  'stop',
  'presence_penalty',
  'frequency_penalty',
  'logit_bias',
  'logprobs',
  'top_logprobs',
  'tools',
  'tool_choice',
] as const;

/**
 * What a request sets of a flow: those of its fields that it lets its callers set and that are of the parameter's name, and what stands
 * under `jacquard.overrides`. Throws `parameter-not-supported` for what only a model could do (tools, `n`, `stop`, probabilities), and
 * `flow-decides-parameter` where the flow lets nobody set it. OpenAI's defaults are taken as said by nobody.
 */
export function flowOverrides(
  flow: string,
  { overrides }: Pick<FlowInterface, 'overrides'>,
  request: ChatCompletionRequest,
): Readonly<Record<string, JsonValue>> {
  for (const parameter of ofModels) {
    if (says(request[parameter], parameter)) throw new Problem('parameter-not-supported', { parameter, model: flow });
  }
  const set = new Map<string, JsonValue>();
  for (const [parameter, input] of Object.entries(fields)) {
    const value = request[parameter as keyof typeof fields]; // boundary: keys of the table above
    if (value === undefined) continue;
    const settable = overrides.filter((field) => field.input === input);
    for (const { id } of settable) set.set(id, value);
    if (settable.length > 0 || !says(value, parameter)) continue;
    const allowed = overrides.map(({ id }) => id).slice(0, 20);
    throw new Problem('flow-decides-parameter', { flow, parameter, allowed });
  }
  return { ...Object.fromEntries(set), ...request.jacquard?.overrides };
}

function says(value: unknown, parameter: string): boolean {
  if (value === undefined || value === neutral[parameter]) return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || value === null || Object.keys(value).length > 0;
}
