import { diffWords, type TextPiece } from '@jacquard/canvas';
import { useMemo } from 'react';
import styles from './comparison.module.css';

interface TextDifferenceProps {
  readonly left: string;
  readonly right: string;
}

/** Two texts side by side; words that the other one hasn't are marked. */
export function TextDifference({ left, right }: TextDifferenceProps): React.ReactElement {
  const pieces = useMemo(() => diffWords(left, right), [left, right]);
  return (
    <div className={styles.sides}>
      <Side pieces={pieces} own="removed" />
      <Side pieces={pieces} own="added" />
    </div>
  );
}

interface SideProps {
  readonly pieces: readonly TextPiece[];
  readonly own: 'removed' | 'added';
}

function Side({ pieces, own }: SideProps): React.ReactElement {
  const Mark = own === 'removed' ? 'del' : 'ins';
  return (
    <p className={styles.text}>
      {pieces
        .filter(({ change }) => change === 'same' || change === own)
        .map(({ change, text }, at) =>
          // oxlint-disable-next-line react/no-array-index-key
          change === 'same' ? <span key={at}>{text}</span> : <Mark key={at}>{text}</Mark>,
        )}
    </p>
  );
}
