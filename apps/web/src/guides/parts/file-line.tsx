import { ActionIcon } from '@mantine/core';
import { FileText, X } from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import { formatBytes } from '../../values/file-line.tsx';
import styles from '../guides.module.css';

/** A file that was chosen, and the way to take it back. */
export function FileLine({
  file,
  onRemove,
}: {
  readonly file: File;
  readonly onRemove: () => void;
}): React.ReactElement {
  const { t, language } = useTexts();
  return (
    <p className={styles.file}>
      <FileText size={15} />
      <span title={file.name}>{file.name}</span>
      <span className={styles.quiet}>{formatBytes(file.size, language)}</span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={t('guides.remove', { name: file.name })}
        onClick={onRemove}
      >
        <X size={14} />
      </ActionIcon>
    </p>
  );
}
