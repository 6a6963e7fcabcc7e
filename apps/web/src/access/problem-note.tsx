import { problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import styles from './access.module.css';

/** What went wrong, and what to do; nothing while nothing has. */
export function ProblemNote({ problem }: { readonly problem: unknown }): React.ReactElement | null {
  const { language } = useTexts();
  if (problem === undefined || problem === null) return null;
  const { detail, hint } = problemText(problem, language);
  return (
    <p className={styles.problem} role="alert">
      {[detail, hint].filter(Boolean).join(' ')}
    </p>
  );
}
