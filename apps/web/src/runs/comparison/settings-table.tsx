import type { PartChange } from '@jacquard/canvas';
import { nodesById, type Descriptor } from '@jacquard/flow';
import type { RunView } from '@jacquard/protocol';
import { useTexts, type Translate } from '../../i18n/i18n.ts';
import { useEditor } from '../../state/editor-store.ts';
import { settingText } from './setting-text.ts';
import { TextDifference } from './text-difference.tsx';
import styles from './comparison.module.css';

interface SettingsTableProps {
  readonly changes: readonly PartChange[];
  readonly node: string;
  readonly left: RunView;
  readonly right: RunView;
}

/** What was set otherwise in a node: the field, and what it held in each run. */
export function SettingsTable({ changes, node, left, right }: SettingsTableProps): React.ReactElement {
  const { t, language } = useTexts();
  const descriptors = useEditor((state) => state.descriptors);
  const flow = right.flow ?? left.flow;
  const type = flow && nodesById(flow).get(node)?.node.type;
  const descriptor = type === undefined ? undefined : descriptors.get(type);
  return (
    <>
      {changes.map(({ part, before, after }) => (
        <div key={part} className={styles.value}>
          <h4 className={styles.valueName}>
            {partLabel(part, descriptor, language, t)} <span className={styles.same}>{t('runs.setting')}</span>
          </h4>
          <TextDifference
            left={settingText(before, left.flow, descriptors, language)}
            right={settingText(after, right.flow, descriptors, language)}
          />
        </div>
      ))}
    </>
  );
}

function partLabel(part: string, descriptor: Descriptor | undefined, language: 'en' | 'fr', t: Translate): string {
  const [kind, name] = part.split(':');
  if (kind === 'inputs' && name !== undefined) return descriptor?.inputs[name]?.label[language] ?? name;
  if (part === 'title') return t('runs.part-name');
  if (part === 'disabled') return t('runs.part-disabled');
  return name ?? part;
}
