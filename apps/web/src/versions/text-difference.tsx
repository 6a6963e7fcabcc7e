import { diffWords } from '@jacquard/canvas';
import { useMemo } from 'react';
import styles from './difference.module.css';

interface TextDifferenceProps {
  readonly before: string;
  readonly after: string;
}

/** Characters that stay on each side of a change; what is longer between two changes is left out. */
const near = 60;

/** Two texts as one, with what went struck out and what came underlined, word by word. */
export function TextDifference({ before, after }: TextDifferenceProps): React.ReactElement {
  const pieces = useMemo(() => diffWords(before, after), [before, after]);
  return (
    <p className={styles.text}>
      {pieces.map(({ change, text }, index) => {
        if (change === 'added') return <ins key={index}>{text}</ins>;
        if (change === 'removed') return <del key={index}>{text}</del>;
        return <span key={index}>{shorten(text, index === 0, index === pieces.length - 1)}</span>;
      })}
    </p>
  );
}

function shorten(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 2 * near + 20) return text;
  return `${isFirst ? '' : text.slice(0, near)} … ${isLast ? '' : text.slice(-near)}`;
}
