import { useTexts } from '../i18n/i18n.ts';
import { Pauses } from '../pause/pauses.tsx';
import styles from './message.module.css';
import type { Conversation } from './conversation-of.ts';
import { OutputView } from './output-view.tsx';
import { RunFailure } from './run-failure.tsx';
import { RunningAnswer } from './running-answer.tsx';
import type { RunOfPage } from './use-run-of-page.ts';

interface AsideRunProps {
  readonly run: RunOfPage;
  readonly conversation: Conversation;
}

/** A run that was started from the canvas: what it was asked and what it answers, outside of any conversation. */
export function AsideRun({ run, conversation }: AsideRunProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <>
      <p className={styles.aside}>{t('chat.aside')}</p>
      {run.question !== '' && (
        <article className={styles.question} aria-label={t('chat.you')}>
          <div className={styles.bubble}>{run.question}</div>
        </article>
      )}
      {conversation.answer && (
        <article className={styles.answer} aria-label={t('chat.answer')}>
          <RunningAnswer port={conversation.answer} runId={run.runId} onAgain={undefined} />
        </article>
      )}
      {conversation.otherOutputs.map((port) => (
        <OutputView key={port.id} port={port} />
      ))}
      <Pauses />
      <RunFailure />
    </>
  );
}
