import { CloseButton } from '@mantine/core';
import { problemSentence, problemText } from '../api/problem-text.ts';
import { useTexts } from '../i18n/i18n.ts';
import styles from './flows.module.css';
import type { RefusedImport } from './import-flow.ts';

const mostIssues = 6;

interface ImportReportProps {
  readonly refused: readonly RefusedImport[];
  readonly onClose: () => void;
}

/** What could not be imported: what is wrong, where, and what to do. */
export function ImportReport({ refused, onClose }: ImportReportProps): React.ReactElement | null {
  const { t } = useTexts();
  if (refused.length === 0) return null;
  return (
    <div className={styles.report} role="alert">
      <div className={styles.reportBody}>
        {refused.map((one) => (
          <RefusedFile key={one.name} refused={one} />
        ))}
        <p className={styles.reportFoot}>{t('flows.import-unchanged')}</p>
      </div>
      <CloseButton aria-label={t('shell.close')} onClick={onClose} />
    </div>
  );
}

function RefusedFile({ refused: { name, issues, problem } }: { readonly refused: RefusedImport }): React.ReactElement {
  const { t, language } = useTexts();
  const words = problem === undefined ? undefined : problemText(problem, language);
  return (
    <section>
      <h2 className={styles.reportTitle}>{t('flows.import-refused', { name })}</h2>
      {words && <p>{[words.detail, words.hint].filter(Boolean).join(' ')}</p>}
      <ul className={styles.reportList}>
        {issues.slice(0, mostIssues).map((issue) => (
          <li key={JSON.stringify(issue)}>
            {problemSentence(issue, language)}
            {issue.node !== undefined && (
              <span className={styles.place}> {t('flows.import-at', { node: issue.node })}</span>
            )}
          </li>
        ))}
      </ul>
      {issues.length > mostIssues && <p>{t('flows.import-more', { count: issues.length - mostIssues })}</p>}
    </section>
  );
}
