import { readFileText, type JsonValue, type Message } from '@jacquard/flow';
import { textOfPrompt, type ChatOptions, type RecordedPrompt, type ToolSpecification } from '@jacquard/node-kit';
import type { RecordedCall } from '@jacquard/protocol';

/** Settings that decide what is drawn. Answers of other settings are no answers to this call. */
const drawing = [
  'temperature',
  'topP',
  'topK',
  'minP',
  'repeatPenalty',
  'tokenBias',
  'maxTokens',
  'samples',
  'logprobs',
] as const satisfies readonly (keyof ChatOptions)[];

/** What was sent in a recorded call, as prompts are compared. */
export function promptOfCall(call: RecordedCall): RecordedPrompt {
  const { messages, prompt, schema, grammar, tools, settings = {} } = call;
  const { stop, toolChoice } = settings;
  return {
    ...(prompt === undefined
      ? {
          messages: (messages ?? []).map((message): Message => ({
            ...message,
            content: readFileText(message.content),
          })),
        }
      : { text: readFileText(prompt) }),
    ...(schema !== undefined && { schema }),
    ...(grammar !== undefined && { grammar: readFileText(grammar) }),
    ...(Array.isArray(stop) && stop.length > 0 && { stop: stop.map(String) }),
    // boundary: written from the tools of a call
    ...(tools !== undefined && { tools: tools as unknown as readonly ToolSpecification[] }),
    ...(tools !== undefined && (toolChoice === 'auto' || toolChoice === 'required') && { toolChoice }),
  };
}

/** The settings in which a call asks otherwise than the recorded one was asked. */
export function differingSettings({ settings = {} }: RecordedCall, asked: ChatOptions): string[] {
  return drawing.filter((name) => asked[name] !== undefined && !isSame(asked[name], settings[name]));
}

function isSame(one: unknown, other: JsonValue | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** All of a prompt that a person would read, cut where it is very long. */
export function readablePrompt(prompt: RecordedPrompt): string {
  return textOfPrompt(prompt).slice(0, 50_000);
}
