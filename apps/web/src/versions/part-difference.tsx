import type { PartChange } from '@jacquard/canvas';
import type { FlowDocument } from '@jacquard/flow';
import styles from './difference.module.css';
import { partLabel, type DifferenceWords } from './part-label.ts';
import { partText } from './part-text.ts';
import { TextDifference } from './text-difference.tsx';

interface PartDifferenceProps {
  readonly change: PartChange;
  readonly before: FlowDocument;
  readonly after: FlowDocument;
  /** Of the node that it belongs to. */
  readonly type: string | undefined;
  readonly words: DifferenceWords;
}

/** One thing that changed: what it is called, and what it held before and holds now. */
export function PartDifference({ change, before, after, type, words }: PartDifferenceProps): React.ReactElement {
  return (
    <div className={styles.part}>
      <span className={styles.partLabel}>{partLabel(change.part, type, words)}</span>
      <TextDifference
        before={partText(change.part, change.before, before, words)}
        after={partText(change.part, change.after, after, words)}
      />
    </div>
  );
}
