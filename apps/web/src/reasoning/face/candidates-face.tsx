import { rankingScore, type Candidates } from '@jacquard/protocol';
import { useTexts } from '../../i18n/i18n.ts';
import { scoreFigure, scoreShare } from '../candidates/score-text.ts';
import styles from './step-face.module.css';

/** So many candidates fit on a node. */
const most = 3;

/** The first candidates by rank with the score that ranks them. */
export function CandidatesFace({ candidates }: { readonly candidates: Candidates }): React.ReactElement {
  const { language } = useTexts();
  return (
    <>
      {candidates.ranked.slice(0, most).map((candidate) => {
        const { id, text, isChosen } = candidate;
        const score = rankingScore(candidate);
        const share = score ? scoreShare(score, candidates) : 0;
        return (
          <span key={id} className={styles.bar} data-leading={isChosen}>
            <span className={styles.name} title={text.trim().slice(0, 200)}>
              {text.trim().slice(0, 200)}
            </span>
            <span className={styles.track}>
              <span className={styles.fill} style={{ width: `${share * 100}%` }} />
            </span>
            <span className={styles.figure}>{score && scoreFigure(score, candidates, language)}</span>
          </span>
        );
      })}
    </>
  );
}
