import type { Candidates } from '@jacquard/protocol';
import { useTexts } from '../../i18n/i18n.ts';
import { scoreText } from '../candidates/score-text.ts';
import styles from './step-face.module.css';

/** So many candidates fit on a node. */
const most = 3;

/** The first candidates by rank with the score that ranks them. */
export function CandidatesFace({ candidates }: { readonly candidates: Candidates }): React.ReactElement {
  const { t, language } = useTexts();
  const { ranked, highest } = candidates;
  return (
    <>
      {ranked.slice(0, most).map(({ id, text, heldOut, all, train, isChosen }) => {
        const score = heldOut ?? all ?? train;
        const share = score ? Math.min(1, Math.max(0, score.value / highest)) : 0;
        return (
          <span key={id} className={styles.bar} data-leading={isChosen}>
            <span className={styles.name}>{text.trim().slice(0, 80)}</span>
            <span className={styles.track}>
              <span className={styles.fill} style={{ width: `${share * 100}%` }} />
            </span>
            <span className={styles.figure}>
              {score && scoreText({ ...score, right: undefined }, highest, t, language)}
            </span>
          </span>
        );
      })}
    </>
  );
}
