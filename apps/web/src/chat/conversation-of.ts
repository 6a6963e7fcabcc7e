import type { Descriptors, FlowInterface, FlowPort } from '@jacquard/flow';

/** What of a flow's interface is a conversation, and what stands beside it. */
export interface Conversation {
  /** What a person says; undefined for a flow that isn't talked to. */
  readonly question: FlowPort | undefined;
  /** What the flow answers; undefined when none of its outputs is a text. */
  readonly answer: FlowPort | undefined;
  readonly otherInputs: readonly FlowPort[];
  readonly otherOutputs: readonly FlowPort[];
}

/**
 * Finds the input and output of a conversation: those whose node type says so, and for the answer else the first text.
 * It is the executor's own rule for what a session remembers.
 */
export function conversationOf({ inputs, outputs }: FlowInterface, descriptors: Descriptors): Conversation {
  const isNamed = ({ type }: FlowPort): boolean => descriptors.get(type)?.isConversation === true;
  const question = inputs.find(isNamed);
  const texts = outputs.filter(({ kind }) => kind.kind === 'text');
  const answer = question && (texts.find(isNamed) ?? texts[0]);
  return {
    question,
    answer,
    otherInputs: inputs.filter((port) => port !== question),
    otherOutputs: outputs.filter((port) => port !== answer),
  };
}
