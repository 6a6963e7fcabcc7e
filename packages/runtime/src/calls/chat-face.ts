import {
  parseAddress,
  saidPort,
  wireOf,
  type Descriptors,
  type FlowDocument,
  type FlowInterface,
  type FlowPort,
} from '@jacquard/flow';

/** A flow as somebody to talk to. */
export interface ChatFace {
  /** The input that takes what the user says. */
  readonly question: FlowPort;
  /** The output that is said in return. */
  readonly answer: FlowPort;
  /** The port of a step whose texts, while they are written, are the answer's. */
  readonly source: { readonly step: string; readonly port: string } | undefined;
  /** Inputs that a caller must give beside the question. */
  readonly needs: readonly string[];
}

/**
 * Which input of a flow is the question and which output the answer: those that are part of a conversation, else the first of a text,
 * as sessions remember them; an only output, whatever its kind, is the answer, too. Undefined where there is no such pair.
 */
export function chatFaceOf(
  document: FlowDocument,
  descriptors: Descriptors,
  { inputs, outputs }: Pick<FlowInterface, 'inputs' | 'outputs'>,
): ChatFace | undefined {
  const isConversation = (type: string): boolean => descriptors.get(type)?.isConversation === true;
  const question = saidPort(inputs, isConversation);
  const answer = saidPort(outputs, isConversation) ?? (outputs.length === 1 ? outputs[0] : undefined);
  if (question === undefined || answer === undefined) return undefined;
  const from = wireOf(document.nodes[answer.id]?.inputs?.[answer.port]);
  const source = from === undefined ? undefined : parseAddress(from);
  return {
    question,
    answer,
    source: source && { step: source.node, port: source.port },
    needs: inputs.filter((input) => !input.optional && input.id !== question.id).map(({ id }) => id),
  };
}
