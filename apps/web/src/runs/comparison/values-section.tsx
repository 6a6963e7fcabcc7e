import type { RunView } from '@jacquard/protocol';
import { useTexts } from '../../i18n/i18n.ts';
import { nodeTitle } from '../../bottom/node-title.ts';
import { useEditor } from '../../state/editor-store.ts';
import type { ValuePair } from './compare-runs.ts';
import { ValueDifference } from './value-difference.tsx';
import styles from './comparison.module.css';

interface ValuesSectionProps {
  readonly title: string;
  readonly pairs: readonly ValuePair[];
  readonly left: RunView;
  readonly right: RunView;
}

/** Inputs or outputs of the flow, each with what it was in both runs. */
export function ValuesSection({ title, pairs, left, right }: ValuesSectionProps): React.ReactElement | null {
  const { language } = useTexts();
  const descriptors = useEditor((state) => state.descriptors);
  if (pairs.length === 0) return null;
  return (
    <section>
      <h2 className={styles.title}>{title}</h2>
      {pairs.map((pair) => (
        <ValueDifference
          key={pair.name}
          pair={pair}
          label={nodeTitle(pair.name, pair.right === undefined ? left.flow : right.flow, descriptors, language)}
          runs={[left.runId, right.runId]}
        />
      ))}
    </section>
  );
}
