import { create } from 'zustand';
import { useRun } from '../state/run-store.ts';

/** A message that was sent and whose run has not begun yet. */
export interface SendingMessage {
  readonly sessionId: string;
  readonly text: string;
  readonly parent: string | undefined;
  readonly runId?: string | undefined;
}

interface ChatState {
  /** The conversation that a person chose, by flow; null is a new one that has no message yet. */
  readonly chosen: Readonly<Record<string, string | null>>;
  /** The message whose branch is shown, by session; absent is the newest. */
  readonly leaves: Readonly<Record<string, string>>;
  /** What is written and not sent, by flow. */
  readonly drafts: Readonly<Record<string, string>>;
  readonly sending: SendingMessage | undefined;
  /** Inputs of the form whose text isn't a value: the flow is not run with something else in their place. */
  readonly unreadable: readonly string[];
}

/** What a person is doing in the chat panel. */
export const useChat = create<ChatState>()(() => ({
  chosen: {},
  leaves: {},
  drafts: {},
  sending: undefined,
  unreadable: [],
}));

/** Shows a conversation; null begins a new one. */
export function chooseSession(flowId: string, sessionId: string | null): void {
  useChat.setState(({ chosen }) => ({ chosen: { ...chosen, [flowId]: sessionId } }));
}

/** Shows the branch that ends in `leaf`; undefined shows the newest. */
export function chooseBranch(sessionId: string, leaf: string | undefined): void {
  useChat.setState(({ leaves }) => {
    const { [sessionId]: _before, ...rest } = leaves;
    return { leaves: leaf === undefined ? rest : { ...rest, [sessionId]: leaf } };
  });
}

/** Keeps what is written, also while another tab of the panel is open. */
export function setDraft(flowId: string, text: string): void {
  useChat.setState(({ drafts }) => ({ drafts: { ...drafts, [flowId]: text } }));
}

/** Marks whether the text of an input is a value. */
export function markUnreadable(id: string, isUnreadable: boolean): void {
  useChat.setState(({ unreadable }) => {
    const rest = unreadable.filter((other) => other !== id);
    return { unreadable: isUnreadable ? [...rest, id] : rest };
  });
}

useRun.subscribe(({ view }) => {
  const { sending } = useChat.getState();
  if (sending?.runId !== undefined && view?.runId === sending.runId) useChat.setState({ sending: undefined });
});
