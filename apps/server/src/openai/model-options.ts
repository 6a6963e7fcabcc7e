import { Problem } from '@jacquard/flow';
import type { ChatCompletionRequest } from '@jacquard/protocol';
import type { ChatModel, ChatOptions } from '@jacquard/runtime';
import { jsonObjectGrammar } from './json-object-grammar.ts';

/**
 * What a request asks of a local model. Throws `parameter-not-supported` for what this one can't, `tools-and-schema`,
 * `tool-choice-unknown`.
 */
export function modelOptions(
  model: Pick<ChatModel, 'name' | 'capabilities'>,
  asked: ChatCompletionRequest,
): ChatOptions {
  const { capabilities, name } = model;
  const refuse = (parameter: string): never => {
    throw new Problem('parameter-not-supported', { parameter, model: name });
  };
  for (const penalty of ['presence_penalty', 'frequency_penalty'] as const) if (asked[penalty]) refuse(penalty);
  if (asked.logprobs === true && !capabilities.logprobs) refuse('logprobs');
  if (asked.top_logprobs !== undefined && asked.top_logprobs > 0 && asked.logprobs !== true)
    throw new Problem('parameter-invalid', { parameter: 'top_logprobs', reason: 'logprobs: true' });
  const tools = toolsOf(asked);
  if (tools.tools !== undefined && !capabilities.tools) refuse('tools');
  const form = formOf(asked);
  if ((form.schema && !capabilities.schema) || (form.grammar && !capabilities.grammar)) refuse('response_format');
  if ((form.schema ?? form.grammar) !== undefined && tools.tools !== undefined) throw new Problem('tools-and-schema');
  const stop = typeof asked.stop === 'string' ? [asked.stop] : asked.stop;
  const bias = Object.entries(asked.logit_bias ?? {}).map(([token, added]) => ({ token: Number(token), bias: added }));
  return {
    temperature: asked.temperature,
    topP: asked.top_p,
    seed: asked.seed,
    stop: stop?.filter((text) => text !== ''),
    maxTokens: asked.max_completion_tokens ?? asked.max_tokens,
    samples: asked.n,
    ...(bias.length > 0 && { tokenBias: bias }),
    ...(asked.logprobs === true && { logprobs: asked.top_logprobs ?? 0 }),
    ...form,
    ...tools,
  };
}

/** What the answer is held to. */
function formOf({ response_format: format }: ChatCompletionRequest): Pick<ChatOptions, 'schema' | 'grammar'> {
  if (format?.type === 'json_schema') return { schema: format.json_schema.schema };
  return format?.type === 'json_object' ? { grammar: jsonObjectGrammar } : {};
}

function toolsOf({
  tools = [],
  tool_choice: choice,
}: ChatCompletionRequest): Pick<ChatOptions, 'tools' | 'toolChoice'> {
  if (tools.length === 0 || choice === 'none') return {};
  const named = typeof choice === 'object' ? choice.function.name : undefined;
  const offered = tools.filter(({ function: { name } }) => named === undefined || name === named);
  if (offered.length === 0) throw new Problem('tool-choice-unknown', { tool: (named ?? '').slice(0, 64) });
  return {
    tools: offered.map(({ function: { name, description = '', parameters = { type: 'object', properties: {} } } }) => ({
      name,
      description,
      parameters,
    })),
    toolChoice: named !== undefined || choice === 'required' ? 'required' : 'auto',
  };
}
