import { FolderInput } from 'lucide-react';
import { useTexts } from '../i18n/i18n.ts';
import { FilePickers } from './file-pickers.tsx';
import styles from './knowledge.module.css';
import type { PlacedFile } from './placed-file.ts';

/** Before the first base: what it is for, and the first step. */
export function EmptyBases({
  onFiles,
}: {
  readonly onFiles: (files: readonly PlacedFile[]) => void;
}): React.ReactElement {
  const { t } = useTexts();
  return <DropPlace title={t('knowledge.empty-title')} text={t('knowledge.empty-text')} onFiles={onFiles} />;
}

interface DropPlaceProps {
  readonly title: string;
  readonly text: string;
  readonly onFiles: (files: readonly PlacedFile[]) => void;
}

/** A large place that says what to drop, with buttons for who doesn't drag. */
export function DropPlace({ title, text, onFiles }: DropPlaceProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <section className={styles.dropPlace} aria-label={title}>
      <FolderInput className={styles.dropIcon} size={36} strokeWidth={1.3} aria-hidden />
      <h2 className={styles.dropTitle}>{title}</h2>
      <p className={styles.dropText}>{text}</p>
      <div className={styles.dropButtons}>
        <FilePickers isPrimary onFiles={onFiles} />
      </div>
      <p className={styles.formats}>{t('knowledge.formats')}</p>
    </section>
  );
}
