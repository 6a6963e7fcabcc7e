import type { Message } from '@jacquard/flow';
import { useTexts } from '../i18n/i18n.ts';
import styles from './value-view.module.css';

/** A conversation, each message with who says it. */
export function MessageList({ messages }: { readonly messages: readonly Message[] }): React.ReactElement {
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
        <p key={index} className={`${styles.message} ${styles.plain}`}>
          <span className={styles.role}>{names[role]}</span>
          {content}
        </p>
      ))}
    </div>
  );
}
