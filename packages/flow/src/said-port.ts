import type { FlowPort } from './flow-port.ts';

/**
 * Of a flow's inputs what is said to it, of its outputs what it says: the text whose type says that it is part of a conversation, else
 * the first text.
 */
export function saidPort(ports: readonly FlowPort[], isConversation: (type: string) => boolean): FlowPort | undefined {
  const texts = ports.filter(({ kind }) => kind.kind === 'text');
  return texts.find(({ type }) => isConversation(type)) ?? texts[0];
}
