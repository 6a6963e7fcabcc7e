import { Button, Progress } from '@mantine/core';
import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import { formatCount } from '../values/format-duration.ts';
import styles from './knowledge.module.css';
import { isBusy, uploadProgress, type Upload, type UploadQueue } from './upload-queue.ts';
import { cancelUploads, forgetFailedUploads, retryUploads, useUploads } from './upload-store.ts';

/** How many failures are listed; the rest is counted. */
const listed = 20;

/** The files on their way to a base, and those that could not be sent, each with its reason. */
export function UploadLine({ id }: { readonly id: string }): React.ReactElement | null {
  const queue = useUploads(id);
  const failed = queue.uploads.filter(({ state }) => state === 'failed');
  return (
    <>
      {isBusy(queue) && <Sending id={id} queue={queue} />}
      {failed.length > 0 && <Failures id={id} failed={failed} />}
    </>
  );
}

function Sending({ id, queue }: { readonly id: string; readonly queue: UploadQueue }): React.ReactElement {
  const { t, language } = useTexts();
  const { share, done, total } = uploadProgress(queue);
  const current = queue.uploads.find(({ state }) => state === 'sending')?.source ?? '';
  return (
    <section className={styles.uploads} aria-label={t('knowledge.uploads')}>
      <div className={styles.stateLine}>
        <span role="status">
          {t('knowledge.sending', {
            count: total,
            done: formatCount(done, language),
            total: formatCount(total, language),
          })}
        </span>
        <span className={styles.current} title={current}>
          {current}
        </span>
        <Button variant="default" onClick={() => cancelUploads(id)}>
          {t('knowledge.stop-sending')}
        </Button>
      </div>
      <Progress value={share * 100} aria-label={t('knowledge.uploads')} />
    </section>
  );
}

function Failures({ id, failed }: { readonly id: string; readonly failed: readonly Upload[] }): React.ReactElement {
  const { t, language } = useTexts();
  const hidden = failed.length - listed;
  return (
    <section className={styles.failures} role="alert">
      <h2 className={styles.failuresTitle}>
        {t('knowledge.not-sent', { count: failed.length, number: formatCount(failed.length, language) })}
      </h2>
      <ul className={styles.failureList}>
        {failed.slice(0, listed).map(({ source, problem }) => (
          <li key={source}>
            <strong>{source}</strong>
            {': '}
            {problemText(problem, language).detail}
          </li>
        ))}
      </ul>
      {hidden > 0 && <p>{t('knowledge.more-failures', { count: hidden, number: formatCount(hidden, language) })}</p>}
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => retryUploads(id)}>
          {t('shell.retry')}
        </Button>
        <Button variant="default" onClick={() => forgetFailedUploads(id)}>
          {t('knowledge.dismiss')}
        </Button>
      </div>
    </section>
  );
}
