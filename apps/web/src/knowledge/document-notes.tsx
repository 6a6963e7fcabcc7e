import type { KnowledgeFile } from '@jacquard/protocol';
import { problemSentence } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import styles from './documents.module.css';
import pageStyles from './knowledge.module.css';
import { ProblemLine } from './problem-line.tsx';

interface DocumentNotesProps {
  readonly file: KnowledgeFile;
  /** What went wrong with something that was asked of it here. */
  readonly problem: unknown;
}

/** Why a document could not be read, or what of it; all in full. */
export function DocumentNotes({ file, problem }: DocumentNotesProps): React.ReactElement {
  const { language } = useTexts();
  return (
    <>
      <ProblemLine problem={problem} />
      {file.problem && <p className={pageStyles.problem}>{problemSentence(file.problem, language)}</p>}
      {file.warnings.map((warning) => (
        <p key={`${warning.code} ${JSON.stringify(warning.params)}`} className={styles.note}>
          {problemSentence(warning, language)}
        </p>
      ))}
      {file.unread.map(({ source, problem: reason }) => (
        <p key={source} className={styles.note}>
          <strong>{source.startsWith(`${file.source}/`) ? source.slice(file.source.length + 1) : source}</strong>
          {': '}
          {problemSentence(reason, language)}
        </p>
      ))}
    </>
  );
}
