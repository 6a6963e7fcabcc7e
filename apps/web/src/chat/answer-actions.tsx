import { Button } from '@mantine/core';
import { ListTree, RotateCcw } from 'lucide-react';
import { useTexts } from '../i18n/i18n.ts';
import { openBottom } from '../state/panel-store.ts';
import { showRun, useRun } from '../state/run-store.ts';
import { CopyButton } from '../values/copy-button.tsx';
import styles from './message.module.css';

interface AnswerActionsProps {
  readonly text: string;
  readonly runId: string | undefined;
  readonly onAgain?: (() => void) | undefined;
}

/** What can be done with an answer. */
export function AnswerActions({ text, runId, onAgain }: AnswerActionsProps): React.ReactElement {
  const { t } = useTexts();
  const showIt = (id: string): void => {
    const { view } = useRun.getState();
    if (view?.runId !== id) showRun(id, true);
    openBottom('timeline');
  };
  return (
    <div className={styles.actions}>
      {runId !== undefined && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          h={28}
          leftSection={<ListTree size={13} />}
          onClick={() => showIt(runId)}
        >
          {t('chat.show-run')}
        </Button>
      )}
      <CopyButton text={text} />
      {onAgain && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          h={28}
          leftSection={<RotateCcw size={13} />}
          onClick={onAgain}
        >
          {t('chat.ask-again')}
        </Button>
      )}
    </div>
  );
}
