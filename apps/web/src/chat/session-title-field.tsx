import { TextInput } from '@mantine/core';
import type { SessionSummary } from '@jacquard/protocol';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { problemText } from '../api/problem-text.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { useTexts } from '../i18n/i18n.ts';
import styles from './session-bar.module.css';

interface SessionTitleFieldProps {
  readonly flowId: string;
  readonly session: SessionSummary;
  readonly onClose: () => void;
}

/** Renames a conversation in place: Enter or leaving keeps the name, Escape doesn't. */
export function SessionTitleField({ flowId, session, onClose }: SessionTitleFieldProps): React.ReactElement {
  const { t, language } = useTexts();
  const [title, setTitle] = useState(session.title);
  const [problem, setProblem] = useState<unknown>();
  const save = async (): Promise<void> => {
    const wanted = title.trim();
    if (wanted === '' || wanted === session.title) {
      onClose();
      return;
    }
    try {
      await api.renameSession(session.id, wanted);
      await queryClient.invalidateQueries({ queryKey: queryKeys.sessions(flowId) });
      onClose();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <TextInput
      className={styles.sessionField}
      aria-label={t('chat.session-title')}
      autoFocus
      maxLength={200}
      value={title}
      error={problem === undefined ? undefined : problemText(problem, language).detail}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTitle(event.currentTarget.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save();
        if (event.key === 'Escape') onClose();
      }}
    />
  );
}
