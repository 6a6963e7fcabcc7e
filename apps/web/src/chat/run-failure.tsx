import { Button } from '@mantine/core';
import { nodeTitle } from '../bottom/node-title.ts';
import { problemText } from '../api/problem-text.ts';
import { Problem } from '@jacquard/flow';
import { useTexts } from '../i18n/i18n.ts';
import { select, useEditor } from '../state/editor-store.ts';
import { openRight } from '../state/panel-store.ts';
import { useRun } from '../state/run-store.ts';
import styles from './chat.module.css';

/** How the run on the page ended, when it isn't complete: what happened, at which node, and what to do. */
export function RunFailure({ onAgain }: { readonly onAgain?: (() => void) | undefined }): React.ReactElement | null {
  const { t } = useTexts();
  const status = useRun(({ view }) => view?.status);
  const error = useRun(({ view }) => view?.error);
  if (status === undefined || status === 'running' || status === 'completed') return null;
  return (
    <div className={styles.failure} data-tone={status === 'cancelled' ? 'warn' : 'err'} role="alert">
      {status === 'cancelled' || !error ? (
        <p className={styles.failureText}>
          {status === 'cancelled' ? t('chat.run-cancelled') : t('chat.run-interrupted')}
        </p>
      ) : (
        <FailureWords />
      )}
      {onAgain && (
        <Button variant="default" onClick={onAgain}>
          {t('chat.send-again')}
        </Button>
      )}
    </div>
  );
}

function FailureWords(): React.ReactElement | null {
  const { t, language } = useTexts();
  const error = useRun(({ view }) => view?.error);
  const document = useRun(({ view }) => view?.flow);
  const descriptors = useEditor((state) => state.descriptors);
  if (!error) return null;
  const { code, params, node } = error;
  const { title, detail, hint } = problemText(new Problem(code, params), language);
  const place = node === undefined ? undefined : nodeTitle(node, document, descriptors, language);
  return (
    <>
      <p className={styles.failureTitle}>{title}</p>
      <p className={styles.failureText}>{[detail, hint].filter(Boolean).join(' ')}</p>
      {node !== undefined && place !== undefined && (
        <button
          type="button"
          className={styles.link}
          onClick={() => {
            select({ nodes: [node] });
            openRight('node');
          }}
        >
          {t('chat.failed-at', { place })}
        </button>
      )}
    </>
  );
}
