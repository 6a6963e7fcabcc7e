import type { FileValue, Language } from '@jacquard/flow';
import { FileText } from 'lucide-react';
import { useTexts } from '../i18n/i18n.ts';
import styles from './value-view.module.css';

/** Bytes as people read them: `4 kB`, `1.2 MB`. */
export function formatBytes(bytes: number, language: Language): string {
  const format = (value: number, unit: 'kilobyte' | 'megabyte' | 'gigabyte'): string =>
    new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
  if (bytes < 1000) return `${bytes}\u00A0${language === 'fr' ? 'o' : 'B'}`;
  if (bytes < 1e6) return format(bytes / 1e3, 'kilobyte');
  return bytes < 1e9 ? format(bytes / 1e6, 'megabyte') : format(bytes / 1e9, 'gigabyte');
}

/** Where a run's file is fetched from: our own server. */
export function fileAddress(runId: string, { file }: FileValue): string {
  return `/api/v1/runs/${encodeURIComponent(runId)}/files/${file}`;
}

interface FileLineProps {
  readonly file: FileValue;
  /** The run that holds it: then it can be opened. */
  readonly runId?: string | undefined;
}

/** A file by its name and size. */
export function FileLine({ file, runId }: FileLineProps): React.ReactElement {
  const { language } = useTexts();
  const content = (
    <>
      <FileText size={15} />
      {file.name} <span className={styles.fileSize}>{formatBytes(file.size, language)}</span>
    </>
  );
  if (runId === undefined) return <span className={styles.file}>{content}</span>;
  return (
    <a className={styles.file} href={fileAddress(runId, file)} download={file.name}>
      {content}
    </a>
  );
}
