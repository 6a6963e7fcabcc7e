import type { Thoughts } from '@jacquard/protocol';
import { ChainFace } from './chain-face.tsx';
import styles from './step-face.module.css';

/** So many levels fit on a node: the last ones. */
const most = 6;

/** The thoughts of each level as a bar: kept ones, those not chosen yet, pruned ones. A chain as lines. */
export function ThoughtsFace({ thoughts: { list, levels } }: { readonly thoughts: Thoughts }): React.ReactElement {
  if (levels.every(({ count }) => count === 1)) return <ChainFace thoughts={list} />;
  const shown = levels.slice(-most);
  const largest = shown.reduce((largest, { count }) => Math.max(largest, count), 1);
  return (
    <>
      {shown.map(({ level, count, kept, pruned }) => (
        <span key={level} className={styles.bar}>
          <span className={styles.figure}>{level}</span>
          <span className={styles.track} data-split>
            <span className={styles.fill} data-part="kept" style={{ width: `${(kept / largest) * 100}%` }} />
            <span
              className={styles.fill}
              data-part="open"
              style={{ width: `${((count - kept - pruned) / largest) * 100}%` }}
            />
            <span className={styles.fill} data-part="pruned" style={{ width: `${(pruned / largest) * 100}%` }} />
          </span>
          <span className={styles.figure}>{count}</span>
        </span>
      ))}
    </>
  );
}
