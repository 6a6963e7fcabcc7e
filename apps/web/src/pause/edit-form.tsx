import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import styles from './pauses.module.css';
import type { PauseFormProps } from './step-pause.tsx';

/** The text, to be changed and sent on. */
export function EditForm({ form, isSending, send }: PauseFormProps): React.ReactElement {
  const { t } = useTexts();
  const [text, setText] = useState(typeof form.value === 'string' ? form.value : '');
  return (
    <>
      <Textarea
        size="xs"
        autosize
        minRows={3}
        maxRows={12}
        aria-label={t('pause.text')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button size="xs" loading={isSending} onClick={() => send({ text })}>
          {t('pause.go-on')}
        </Button>
      </div>
    </>
  );
}
