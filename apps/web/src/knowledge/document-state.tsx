import { Progress } from '@mantine/core';
import type { KnowledgeFile, KnowledgeProgress } from '@jacquard/protocol';
import { useTexts } from '../i18n/i18n.ts';
import { formatCount } from '../values/format-duration.ts';
import { formatShare } from '../values/format-share.ts';
import styles from './documents.module.css';

interface DocumentStateProps {
  readonly file: KnowledgeFile;
  readonly reading: KnowledgeProgress['reading'][number] | undefined;
}

/** Whether a document is read, and how far; whether it was read from pictures, and how surely. */
export function DocumentState({ file, reading }: DocumentStateProps): React.ReactElement {
  const { t, language } = useTexts();
  if (reading) return <Reading reading={reading} />;
  const words = {
    waiting: t('knowledge.file-waiting'),
    reading: t('knowledge.file-reading'),
    ready: t('knowledge.file-ready'),
    failed: t('knowledge.file-failed'),
  };
  return (
    <span className={styles.fileStates}>
      <span className={styles.fileState} data-state={file.state}>
        {words[file.state]}
      </span>
      {file.scanned !== undefined && (
        <span className={styles.badge} title={t('knowledge.scanned-hint')}>
          {t('knowledge.scanned', { share: formatShare(file.scanned, language) })}
        </span>
      )}
    </span>
  );
}

function Reading({ reading }: { readonly reading: KnowledgeProgress['reading'][number] }): React.ReactElement {
  const { t, language } = useTexts();
  const { source, pagesDone, pagesTotal } = reading;
  if (pagesTotal <= 1)
    return (
      <span className={styles.fileState} data-state="reading">
        {t('knowledge.file-reading')}
      </span>
    );
  return (
    <span className={styles.fileStates}>
      <span className={`${styles.fileState} tabular`} data-state="reading">
        {t('knowledge.file-pages', {
          count: pagesTotal,
          done: formatCount(pagesDone, language),
          total: formatCount(pagesTotal, language),
        })}
      </span>
      <Progress
        size="xs"
        value={(pagesDone / pagesTotal) * 100}
        aria-label={t('knowledge.progress-of', { name: source })}
      />
    </span>
  );
}
