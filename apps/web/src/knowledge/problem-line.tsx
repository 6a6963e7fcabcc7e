import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import styles from './knowledge.module.css';

/** What went wrong and what to do, in a line or two; nothing where nothing did. */
export function ProblemLine({ problem }: { readonly problem: unknown }): React.ReactElement | null {
  const { language } = useTexts();
  if (problem === undefined) return null;
  const { detail, hint } = problemText(problem, language);
  return (
    <p className={styles.problem} role="alert">
      {[detail, hint].filter(Boolean).join(' ')}
    </p>
  );
}
