import type { JsonValue } from '@jacquard/flow';
import { api } from '../api/api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { useEditor } from '../state/editor-store.ts';
import { useFlowInputs } from '../state/flow-inputs-store.ts';
import { useRun } from '../state/run-store.ts';
import { startRun } from '../state/start-run.ts';
import { chooseBranch, chooseSession, useChat } from './chat-store.ts';
import { conversationOf } from './conversation-of.ts';
import { titleOf } from './conversation-title.ts';
import { missingInputs } from './missing-inputs.ts';

export interface OutgoingMessage {
  readonly text: string;
  /** Undefined begins a conversation. */
  readonly sessionId: string | undefined;
  /** The message that it follows; undefined is the beginning. */
  readonly parent: string | undefined;
  /** Draw new samples. */
  readonly afresh?: boolean;
}

/** What is filled in for the flow's inputs, without those that it no longer has. */
export function filledInputs(): Record<string, JsonValue> {
  const inputs = useEditor.getState().derived?.flowInterface.inputs ?? [];
  const { values } = useFlowInputs.getState();
  return Object.fromEntries(
    inputs.flatMap(({ id }) => {
      const value = values[id];
      return value === undefined ? [] : [[id, value]];
    }),
  );
}

/** Says something to the flow: runs it. False when it could not start; the page says why, and the text is still the writer's. */
export async function sendMessage(message: OutgoingMessage): Promise<boolean> {
  const { flowId, derived, descriptors } = useEditor.getState();
  const conversation = derived && conversationOf(derived.flowInterface, descriptors);
  if (flowId === undefined || !conversation?.question) return false;
  const { unreadable } = useChat.getState();
  const inputs = filledInputs();
  if (missingInputs(conversation.otherInputs, inputs, unreadable).length > 0) {
    useFlowInputs.setState({ isAsking: true });
    return false;
  }
  const sessionId = message.sessionId ?? (await beginSession(flowId, titleOf(message.text)));
  if (sessionId === undefined) return false;
  chooseBranch(sessionId, undefined);
  useFlowInputs.setState({ isAsking: false });
  const { text, parent } = message;
  useChat.setState({ sending: { sessionId, text, parent } });
  const runId = await startRun({
    inputs: { ...inputs, [conversation.question.id]: text },
    sessionId,
    parentMessageId: parent ?? null,
    ...(message.afresh && { afresh: true }),
  });
  useChat.setState({ sending: runId === undefined ? undefined : { sessionId, text, parent, runId } });
  return runId !== undefined;
}

async function beginSession(flowId: string, title: string): Promise<string | undefined> {
  try {
    const session = await api.createSession(flowId, title);
    await queryClient.invalidateQueries({ queryKey: queryKeys.sessions(flowId) });
    chooseSession(flowId, session.id);
    return session.id;
  } catch (error) {
    useRun.setState({ problem: error });
    return undefined;
  }
}
