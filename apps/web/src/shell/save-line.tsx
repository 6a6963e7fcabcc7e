import { Button } from '@mantine/core';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { saveNow } from '../state/autosave.ts';
import { useEditor } from '../state/editor-store.ts';
import styles from './flow-page.module.css';

/** Whether what is on the canvas is saved. */
export function SaveLine(): React.ReactElement | null {
  const { t, language } = useTexts();
  const save = useEditor((state) => state.save);
  if (save.state === 'failed') {
    return (
      <>
        <span className={styles.saved} data-tone="err" role="alert">
          {t('shell.save-failed', { reason: problemText(save.problem, language).detail })}
        </span>
        <Button variant="subtle" onClick={() => void saveNow().catch(() => undefined)}>
          {t('shell.save-again')}
        </Button>
      </>
    );
  }
  const text =
    save.state === 'saved' ? t('shell.saved') : save.state === 'saving' ? t('shell.saving') : t('shell.unsaved');
  return (
    <span className={styles.saved} role="status">
      {text}
    </span>
  );
}
