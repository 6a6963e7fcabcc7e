import type { Message } from '@jacquard/flow';
import { useTexts } from '../i18n/i18n.ts';
import { CopyButton } from './copy-button.tsx';
import styles from './value-view.module.css';

interface MessageListProps {
  readonly messages: readonly Message[];
  /** With a button at each that copies it. */
  readonly canCopy?: boolean;
}

/** So much of a message is drawn at once. */
const longest = 20_000;

/** A conversation, each message with who says it. */
export function MessageList({ messages, canCopy = false }: MessageListProps): React.ReactElement {
  const { t } = useTexts();
  const names = {
    system: t('panels.role-system'),
    user: t('panels.role-user'),
    assistant: t('panels.role-assistant'),
    tool: t('panels.role-tool'),
  };
  return (
    <div>
      {messages.map(({ role, content }, index) => (
        // A message has no identity but its place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={styles.message}>
          <div className={styles.role}>
            <span>{names[role]}</span>
            {canCopy && <CopyButton text={content} />}
          </div>
          <p className={styles.plain}>
            {content.slice(0, longest)}
            {content.length > longest && (
              <span className={styles.more}> {t('faces.cut', { count: content.length - longest })}</span>
            )}
          </p>
        </div>
      ))}
    </div>
  );
}
