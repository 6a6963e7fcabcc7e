import type { Trial } from '@jacquard/protocol';
import styles from './step-face.module.css';

/** So many trials, and tests of each, fit on a node: the last, the first. */
const [mostTrials, mostTests] = [4, 14];

/** The tests of the last trials as dots, green and red. */
export function TrialsFace({ trials }: { readonly trials: readonly Trial[] }): React.ReactElement {
  return (
    <>
      {trials.slice(-mostTrials).map(({ trial, tests }) => (
        <span key={trial} className={styles.dots}>
          <span className={styles.figure}>{trial}</span>
          {tests.slice(0, mostTests).map(({ name, passed }) => (
            <i key={name} className={styles.dot} data-passed={passed} />
          ))}
          {tests.length > mostTests && <span className={styles.figure}>+{tests.length - mostTests}</span>}
        </span>
      ))}
    </>
  );
}
