import type { KnowledgeSummary } from '@jacquard/protocol';
import { useTexts } from '../i18n/i18n.ts';
import styles from './chat.module.css';
import type { Conversation } from './conversation-of.ts';
import { OwnFiles } from './own-files.tsx';

interface EmptyConversationProps {
  readonly conversation: Conversation;
  /** The knowledge base that takes one's own files. */
  readonly base: KnowledgeSummary | undefined;
  /** Absent while nothing can be sent. */
  readonly onAsk: ((text: string) => void) | undefined;
}

/** Before the first message: what to do, and the questions that the flow itself offers. */
export function EmptyConversation({ conversation, base, onAsk }: EmptyConversationProps): React.ReactElement {
  const { t } = useTexts();
  const { question, answer } = conversation;
  const offered = [question?.default, ...(question?.suggestions ?? [])].filter(
    (text) => typeof text === 'string' && text !== '',
  );
  return (
    <div className={styles.empty}>
      <p>{answer || conversation.otherOutputs.length > 0 ? t('chat.empty') : t('chat.no-output')}</p>
      {question?.help !== undefined && <p>{question.help}</p>}
      {offered.length > 0 && (
        <>
          <p className={styles.quiet}>{t('chat.try')}</p>
          {[...new Set(offered.map(String))].map((text) => (
            <button key={text} type="button" className={styles.chip} disabled={!onAsk} onClick={() => onAsk?.(text)}>
              {text}
            </button>
          ))}
        </>
      )}
      {base && <OwnFiles base={base} />}
    </div>
  );
}
