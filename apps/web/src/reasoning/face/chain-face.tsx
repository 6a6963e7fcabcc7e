import type { Thought } from '@jacquard/protocol';
import styles from './step-face.module.css';

/** So many thoughts of a chain fit on a node: the last ones. */
const most = 3;

/** The last thoughts of a chain, a line each. */
export function ChainFace({ thoughts }: { readonly thoughts: readonly Thought[] }): React.ReactElement {
  return (
    <>
      {thoughts.slice(-most).map(({ id, text, level }) => (
        <span key={id} className={styles.line}>
          <span className={styles.figure}>{level}</span>
          <span className={styles.name} title={text.trim().slice(0, 200)}>
            {text.trim().slice(0, 200)}
          </span>
        </span>
      ))}
    </>
  );
}
