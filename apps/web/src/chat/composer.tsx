import { ActionIcon, Textarea } from '@mantine/core';
import { ArrowUp, Square } from 'lucide-react';
import { useTexts } from '../i18n/i18n.ts';
import { useFlowInputs } from '../state/flow-inputs-store.ts';
import { useIsRunning, useRun } from '../state/run-store.ts';
import { stopRun } from '../state/start-run.ts';
import styles from './composer.module.css';
import { setDraft, useChat } from './chat-store.ts';
import type { Conversation } from './conversation-of.ts';
import { HindranceLine } from './hindrance-line.tsx';
import { isMissing } from './missing-inputs.ts';
import type { Hindrance } from './use-hindrance.ts';

interface ComposerProps {
  readonly flowId: string;
  readonly conversation: Conversation;
  readonly hindrance: Hindrance | undefined;
  readonly field: React.RefObject<HTMLTextAreaElement | null>;
  readonly onSend: (text: string) => void;
}

/** Where a person writes. The field stays open while the flow runs, so that focus and text are never lost. */
export function Composer(props: ComposerProps): React.ReactElement {
  const { flowId, conversation, hindrance, field, onSend } = props;
  const { t } = useTexts();
  const { question } = conversation;
  const isAsked = useFlowInputs(({ isAsking }) => isAsking && question !== undefined && isMissing(question, undefined));
  const text = useChat(({ drafts }) => drafts[flowId] ?? '');
  const isRunning = useIsRunning();
  const canSend = !isRunning && !hindrance && text.trim() !== '';
  const send = (): void => {
    if (canSend) onSend(text);
    field.current?.focus();
  };
  return (
    <div className={styles.composer}>
      {hindrance && <HindranceLine hindrance={hindrance} />}
      {isAsked && text === '' && (
        <p className={styles.asked} role="alert">
          {t('chat.question-missing')}
        </p>
      )}
      <div className={styles.ask}>
        <Textarea
          ref={field}
          className={styles.askField}
          variant="unstyled"
          autosize
          minRows={1}
          maxRows={8}
          aria-label={question?.title ?? t('chat.question')}
          placeholder={t('chat.placeholder')}
          value={text}
          onChange={(event) => setDraft(flowId, event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        {isRunning ? <StopButton /> : <SendButton canSend={canSend} onSend={send} />}
      </div>
    </div>
  );
}

function SendButton({
  canSend,
  onSend,
}: {
  readonly canSend: boolean;
  readonly onSend: () => void;
}): React.ReactElement {
  const { t } = useTexts();
  return (
    <ActionIcon
      size={28}
      radius={8}
      aria-label={t('chat.send')}
      title={t('chat.send-hint')}
      disabled={!canSend}
      onClick={onSend}
    >
      <ArrowUp size={16} />
    </ActionIcon>
  );
}

function StopButton(): React.ReactElement {
  const { t } = useTexts();
  const isStarting = useRun((state) => state.isStarting && state.view === undefined);
  const isCancelling = useRun(({ view }) => view?.isCancelling === true);
  const label = isCancelling ? t('shell.stopping') : t('shell.stop');
  return (
    <ActionIcon
      size={28}
      radius={8}
      variant="default"
      aria-label={label}
      title={label}
      disabled={isStarting || isCancelling}
      onClick={() => void stopRun()}
    >
      <Square size={12} fill="currentColor" />
    </ActionIcon>
  );
}
