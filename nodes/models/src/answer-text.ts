import type { ChatModel, ChatOptions, Message } from '@jacquard/node-kit';

/** The whole text of one answer. */
export async function answerText(
  model: ChatModel,
  messages: readonly Message[],
  options: ChatOptions,
): Promise<string> {
  let text = '';
  for await (const chunk of model.stream(messages, options)) text += chunk.text;
  return text;
}
