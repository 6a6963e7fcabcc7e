import { saidPort, type FlowInterface, type FlowPort } from '@jacquard/flow';

/** The types of io nodes that are part of a conversation. */
const conversation = new Set(['io.chat-input', 'io.chat-output']);

/**
 * The input that a chat's last message goes into where a flow is called as a model: the conversation's question, else the first text.
 * Undefined where a flow can't be called so: it takes no text, or gives nothing that could be the answer.
 */
export function chatPort({ inputs, outputs }: Pick<FlowInterface, 'inputs' | 'outputs'>): FlowPort | undefined {
  const said = (ports: readonly FlowPort[]): FlowPort | undefined => saidPort(ports, (type) => conversation.has(type));
  const canAnswer = outputs.length === 1 || said(outputs) !== undefined;
  return canAnswer ? said(inputs) : undefined;
}
