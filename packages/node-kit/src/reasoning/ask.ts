import type { Message } from '@jacquard/flow';
import type { ChatModel, ChatOptions } from '../chat-model.ts';

/** One whole answer. */
export interface Answered {
  readonly text: string;
  readonly finish: string | undefined;
}

/** Asks once and gives the whole answer; `name` names the call in the step's insides. */
export async function ask(
  model: ChatModel,
  prompt: string | readonly Message[],
  options: ChatOptions & { readonly name: string },
): Promise<Answered> {
  let text = '';
  let finish: string | undefined;
  const messages: readonly Message[] = typeof prompt === 'string' ? [{ role: 'user', content: prompt }] : prompt;
  for await (const chunk of model.stream(messages, options)) {
    text += chunk.text;
    finish = chunk.finish ?? finish;
  }
  return { text, finish };
}
