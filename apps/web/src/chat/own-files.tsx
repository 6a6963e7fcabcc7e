import type { KnowledgeSummary } from '@jacquard/protocol';
import { FilePickers } from '../knowledge/file-pickers.tsx';
import { addFiles } from '../knowledge/upload-store.ts';
import { useTexts } from '../i18n/i18n.ts';
import styles from './chat.module.css';

/** Before the first question to documents: where one's own files go. The whole panel takes them when they are dropped. */
export function OwnFiles({ base: { id, name } }: { readonly base: KnowledgeSummary }): React.ReactElement {
  const { t } = useTexts();
  const text = t('chat.own-files', { base: name });
  return (
    <section className={styles.ownFiles} aria-label={text}>
      <p>{text}</p>
      <div className={styles.ownButtons}>
        <FilePickers onFiles={(files) => addFiles(id, files)} />
      </div>
    </section>
  );
}
