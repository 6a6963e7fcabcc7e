import type { Answers } from '@jacquard/protocol';
import { useTexts } from '../../i18n/i18n.ts';
import { answerName } from '../answers/answer-bar.tsx';
import { answerRows } from '../answers/answer-rows.ts';
import { formatValue } from '../format-value.ts';
import styles from './step-face.module.css';

/** So many bars fit on a node. */
const most = 4;

/** The first bars of the histogram. */
export function AnswersFace({ answers }: { readonly answers: Answers }): React.ReactElement {
  const { t, language } = useTexts();
  return (
    <>
      {answerRows(answers)
        .slice(0, most)
        .map((row) => (
          <span key={row.key} className={styles.bar} data-kind={row.kind} data-leading={row.isLeading}>
            <span className={styles.name} title={answerName(row, t)}>
              {answerName(row, t)}
            </span>
            <span className={styles.track}>
              <span className={styles.fill} style={{ width: `${row.share * 100}%` }} />
            </span>
            <span className={styles.figure}>{formatValue(row.weight, language)}</span>
          </span>
        ))}
    </>
  );
}
