import type { SessionSummary } from '@jacquard/protocol';
import { api } from '../api/api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { RenameField } from '../fields/rename-field.tsx';
import { useTexts } from '../i18n/i18n.ts';
import styles from './session-bar.module.css';

interface SessionTitleFieldProps {
  readonly flowId: string;
  readonly session: SessionSummary;
  readonly onClose: () => void;
}

/** Renames a conversation in place. */
export function SessionTitleField({ flowId, session, onClose }: SessionTitleFieldProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <RenameField
      className={styles.sessionField}
      name={session.title}
      label={t('chat.session-title')}
      save={async (title) => {
        await api.renameSession(session.id, title);
        await queryClient.invalidateQueries({ queryKey: queryKeys.sessions(flowId) });
      }}
      onClose={onClose}
    />
  );
}
