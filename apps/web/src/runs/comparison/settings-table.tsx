import type { PartChange } from '@jacquard/canvas';
import { nodesById, type FlowDocument } from '@jacquard/flow';
import { useTexts } from '../../i18n/i18n.ts';
import { useEditor } from '../../state/editor-store.ts';
import { partLabel } from '../../versions/part-label.ts';
import { partText } from '../../versions/part-text.ts';
import { TextDifference } from './text-difference.tsx';
import styles from './comparison.module.css';

interface SettingsTableProps {
  readonly changes: readonly PartChange[];
  readonly node: string;
  readonly left: FlowDocument;
  readonly right: FlowDocument;
}

/** What was set otherwise in a node: the field, and what it held in each run. */
export function SettingsTable({ changes, node, left, right }: SettingsTableProps): React.ReactElement {
  const { t, language } = useTexts();
  const descriptors = useEditor((state) => state.descriptors);
  const words = { t, language, descriptors };
  const type = nodesById(right).get(node)?.node.type;
  return (
    <>
      {changes.map(({ part, before, after }) => (
        <div key={part} className={styles.value}>
          <h4 className={styles.valueName}>
            {partLabel(part, type, words)} <span className={styles.same}>{t('runs.setting')}</span>
          </h4>
          <TextDifference left={partText(part, before, left, words)} right={partText(part, after, right, words)} />
        </div>
      ))}
    </>
  );
}
