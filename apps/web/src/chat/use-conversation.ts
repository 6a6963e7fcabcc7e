import { useChat } from './chat-store.ts';
import type { Conversation } from './conversation-of.ts';
import { messagePath, type PlacedMessage } from './message-tree.ts';
import { messagesWithRun, type ShownMessage } from './messages-with-run.ts';
import { useRunOfPage, type RunOfPage } from './use-run-of-page.ts';
import { useSession, type ShownSession } from './use-session.ts';

export interface ShownConversation extends Omit<ShownSession, 'messages'> {
  /** The whole tree, with what the run on the page is about to add. */
  readonly messages: readonly ShownMessage[];
  /** The branch that is drawn. */
  readonly path: readonly PlacedMessage<ShownMessage>[];
  /** The message that the next one follows; undefined at the beginning. */
  readonly end: string | undefined;
  /** The run on the page, when it belongs to this conversation. */
  readonly run: RunOfPage | undefined;
  /** The run on the page, when it belongs to none: Run was pressed on the canvas. */
  readonly asideRun: RunOfPage | undefined;
}

/** What the panel shows of a flow's conversations. */
export function useConversation(flowId: string, conversation: Conversation): ShownConversation {
  const runOfPage = useRunOfPage(conversation);
  const shown = useSession(flowId, runOfPage);
  const sessionId = shown.session?.id;
  const leaf = useChat(({ leaves }) => (sessionId === undefined ? undefined : leaves[sessionId]));
  const sending = useChat(({ sending: message }) =>
    message !== undefined && message.sessionId === sessionId ? message : undefined,
  );
  const current = sending ? undefined : runOfPage;
  const run = current?.sessionId !== undefined && current.sessionId === sessionId ? current : undefined;
  const messages = messagesWithRun(shown.messages, run, sending);
  const path = messagePath(messages, leaf);
  return {
    ...shown,
    messages,
    path,
    end: path.findLast(({ message }) => message.isOfRun !== true)?.message.id,
    run,
    asideRun: current?.sessionId === undefined ? current : undefined,
  };
}
