import type { ProblemData } from '@jacquard/flow';
import { problemText } from '../../api/problem-text.ts';
import { Problem } from '@jacquard/flow';
import { useTexts } from '../../i18n/i18n.ts';
import styles from './node-card.module.css';

/** What went wrong in the step, and what to do, on the node itself. */
export function NodeError({ error }: { readonly error: ProblemData }): React.ReactElement {
  const { language } = useTexts();
  const { title, detail, hint } = problemText(new Problem(error.code, error.params, { kind: error.kind }), language);
  return (
    <div className={styles.error} role="alert">
      <b>{title}</b>
      <span>{detail}</span>
      {hint && <span>{hint}</span>}
    </div>
  );
}
