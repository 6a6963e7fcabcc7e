import { ActionIcon, FileButton, Loader } from '@mantine/core';
import { FileText, FolderOpen, X } from 'lucide-react';
import { useTexts } from '../i18n/i18n.ts';
import { useFileDrop } from '../state/use-file-drop.ts';
import styles from './field.module.css';

interface FileDropProps {
  readonly id: string;
  /** The file that is there. */
  readonly name: string | undefined;
  readonly isSending: boolean;
  readonly onFile: (file: File) => void;
  readonly onRemove: () => void;
}

/** A place to drop a file on, or to choose one. */
export function FileDrop({ id, name, isSending, onFile, onRemove }: FileDropProps): React.ReactElement {
  const { t } = useTexts();
  const drop = useFileDrop(([file]) => file && onFile(file));
  return (
    <div className={styles.file} {...drop}>
      {isSending ? <Loader size={14} /> : <FileText size={15} />}
      <span className={styles.fileName} title={name}>
        {name ?? t('fields.file-drop')}
      </span>
      <FileButton onChange={(file) => file && onFile(file)} inputProps={{ id }}>
        {(props) => (
          <ActionIcon
            {...props}
            variant="subtle"
            size={28}
            aria-label={t('fields.file-choose')}
            title={t('fields.file-choose')}
          >
            <FolderOpen size={15} />
          </ActionIcon>
        )}
      </FileButton>
      {name !== undefined && (
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('fields.file-remove')} onClick={onRemove}>
          <X size={14} />
        </ActionIcon>
      )}
    </div>
  );
}
