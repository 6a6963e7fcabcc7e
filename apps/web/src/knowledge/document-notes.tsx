import type { KnowledgeFile } from '@jacquard/protocol';
import { problemSentence, problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import styles from './documents.module.css';
import pageStyles from './knowledge.module.css';

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
      {problem !== undefined && (
        <p className={pageStyles.problem} role="alert">
          {problemText(problem, language).detail}
        </p>
      )}
      {file.problem && <p className={pageStyles.problem}>{problemSentence(file.problem, language)}</p>}
      {file.warnings.map((warning) => (
        <p key={`${warning.code} ${JSON.stringify(warning.params)}`} className={styles.note}>
          {problemSentence(warning, language)}
        </p>
      ))}
      {file.unread.map(({ source, problem: reason }) => (
        <p key={source} className={styles.note}>
          <strong>{source}</strong>
          {': '}
          {problemSentence(reason, language)}
        </p>
      ))}
    </>
  );
}
