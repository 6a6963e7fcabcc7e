import type { FlowInterface, FlowPort } from '@jacquard/flow';

/**
 * The input that the messages of a chat go into where a flow is called as a model: the conversation's question, else the only text or
 * messages that it asks for. Undefined where a flow can't be called so: it asks for nothing of the kind, or for more.
 */
export function chatPort({ inputs }: FlowInterface): FlowPort | undefined {
  const texts = inputs.filter(({ kind }) => kind.kind === 'text' || kind.kind === 'messages');
  const question = texts.find(({ type }) => type === 'io.chat-input') ?? (texts.length === 1 ? texts[0] : undefined);
  return inputs.every((port) => port === question || port.optional) ? question : undefined;
}
