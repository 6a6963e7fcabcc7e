import { Button } from '@mantine/core';
import type { KnowledgeSummary } from '@jacquard/protocol';
import { ArrowDown } from 'lucide-react';
import { useRef } from 'react';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { UploadLine } from '../knowledge/upload-line.tsx';
import { useIsRunning } from '../state/run-store.ts';
import { AsideRun } from './aside-run.tsx';
import styles from './chat.module.css';
import { chooseSession, setDraft, useChat } from './chat-store.ts';
import { Composer } from './composer.tsx';
import type { Conversation } from './conversation-of.ts';
import { EmptyConversation } from './empty-conversation.tsx';
import { FoldedInputs } from './folded-inputs.tsx';
import { MessageThread } from './message-thread.tsx';
import { sendMessage, type OutgoingMessage } from './send-message.ts';
import { SessionBar } from './session-bar.tsx';
import { useConversation, type ShownConversation } from './use-conversation.ts';
import { useFollow } from './use-follow.ts';
import { useHindrance } from './use-hindrance.ts';

interface ConversationPanelProps {
  readonly flowId: string;
  readonly conversation: Conversation;
  /** The knowledge base that takes the files that are dropped here. */
  readonly base: KnowledgeSummary | undefined;
}

type Send = (message: Omit<OutgoingMessage, 'sessionId'>) => void;

/** A flow that is talked to: its conversations, the messages of one, and where to write. */
export function ConversationPanel({ flowId, conversation, base }: ConversationPanelProps): React.ReactElement {
  const shown = useConversation(flowId, conversation);
  const isRunning = useIsRunning();
  const hindrance = useHindrance();
  const field = useRef<HTMLTextAreaElement>(null);
  const send: Send = (message) => {
    field.current?.focus();
    void sendAndKeep(flowId, { ...message, sessionId: shown.session?.id });
  };
  return (
    <>
      <SessionBar
        flowId={flowId}
        sessions={shown.sessions}
        session={shown.session}
        onNew={() => {
          chooseSession(flowId, null);
          field.current?.focus();
        }}
      />
      <Thread
        key={shown.session?.id}
        shown={shown}
        conversation={conversation}
        base={base}
        onSend={isRunning || hindrance ? undefined : send}
      />
      {base && <UploadLine id={base.id} />}
      <FoldedInputs ports={conversation.otherInputs} />
      <Composer
        flowId={flowId}
        conversation={conversation}
        hindrance={hindrance}
        field={field}
        onSend={(text) => send({ text, parent: shown.end })}
      />
    </>
  );
}

/** A text that could not be sent goes back to where it was written. */
async function sendAndKeep(flowId: string, message: OutgoingMessage): Promise<void> {
  setDraft(flowId, '');
  const isSent = await sendMessage(message);
  if (!isSent && (useChat.getState().drafts[flowId] ?? '') === '') setDraft(flowId, message.text);
}

interface ThreadProps extends Pick<ConversationPanelProps, 'conversation' | 'base'> {
  readonly shown: ShownConversation;
  readonly onSend: Send | undefined;
}

function Thread({ shown, conversation, base, onSend }: ThreadProps): React.ReactElement {
  const { t, language } = useTexts();
  const { scroller, content, onScroll, isAway, toEnd } = useFollow();
  const { session, messages, path, run, asideRun, isLoading, problem } = shown;
  const isEmpty = path.length === 0 && !asideRun && !isLoading;
  const sendBelow =
    onSend &&
    ((message: Parameters<Send>[0]) => {
      toEnd();
      onSend(message);
    });
  return (
    <div className={styles.scroller} ref={scroller} onScroll={onScroll}>
      <div className={styles.thread} ref={content} role="log" aria-label={t('chat.conversation')}>
        {problem !== undefined && <p role="alert">{problemText(problem, language).detail}</p>}
        {isEmpty && (
          <EmptyConversation
            conversation={conversation}
            base={base}
            onAsk={sendBelow && ((text) => sendBelow({ text, parent: undefined }))}
          />
        )}
        <MessageThread
          sessionId={session?.id}
          messages={messages}
          path={path}
          conversation={conversation}
          run={run}
          onSend={sendBelow}
        />
        {asideRun && <AsideRun run={asideRun} conversation={conversation} />}
      </div>
      {isAway && (
        <Button className={styles.toEnd} variant="default" leftSection={<ArrowDown size={13} />} onClick={toEnd}>
          {t('chat.to-end')}
        </Button>
      )}
    </div>
  );
}
