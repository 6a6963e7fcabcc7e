import { Problem, type Message } from '@jacquard/flow';

/**
 * What a model is sent: instructions, the conversation so far, the prompt. Throws `chat-nothing-to-send` when there is
 * neither conversation nor prompt.
 */
export function conversationOf(inputs: {
  readonly system?: string | undefined;
  readonly messages?: readonly Message[] | undefined;
  readonly prompt?: string | undefined;
}): readonly Message[] {
  const { system = '', messages = [], prompt = '' } = inputs;
  if (prompt.trim() === '' && messages.length === 0) throw new Problem('chat-nothing-to-send');
  return [
    ...(system.trim() === '' ? [] : [{ role: 'system' as const, content: system }]),
    ...messages,
    ...(prompt.trim() === '' ? [] : [{ role: 'user' as const, content: prompt }]),
  ];
}
