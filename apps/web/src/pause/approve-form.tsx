import { Button, Textarea } from '@mantine/core';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { PausedValue } from './paused-value.tsx';
import styles from './pauses.module.css';
import type { PauseFormProps } from './step-pause.tsx';

/** The value, and two ways for it to go; with a comment, if wished. */
export function ApproveForm({ form, runId, isSending, send }: PauseFormProps): React.ReactElement {
  const { t } = useTexts();
  const [comment, setComment] = useState('');
  const answer = (approved: boolean): void => send({ approved, ...(comment.trim() !== '' && { comment }) });
  return (
    <>
      <PausedValue value={form.value} runId={runId} />
      <Textarea
        size="xs"
        autosize
        minRows={1}
        maxRows={4}
        maxLength={10_000}
        aria-label={t('pause.comment')}
        placeholder={t('pause.comment')}
        value={comment}
        onChange={({ currentTarget }) => setComment(currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button size="xs" leftSection={<Check size={14} />} loading={isSending} onClick={() => answer(true)}>
          {t('pause.approve')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<X size={14} />}
          disabled={isSending}
          onClick={() => answer(false)}
        >
          {t('pause.reject')}
        </Button>
      </div>
    </>
  );
}
