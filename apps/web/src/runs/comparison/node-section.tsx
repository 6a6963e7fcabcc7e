import { nodesById } from '@jacquard/flow';
import type { RunView } from '@jacquard/protocol';
import { useTexts } from '../../i18n/i18n.ts';
import { nodeTitle } from '../../bottom/node-title.ts';
import { useEditor } from '../../state/editor-store.ts';
import { usageText } from '../usage-text.ts';
import type { NodePair } from './compare-runs.ts';
import { countDifference } from './difference-text.ts';
import { SettingsTable } from './settings-table.tsx';
import { ValueDifference } from './value-difference.tsx';
import styles from './comparison.module.css';

/** Values of turns that are listed; the rest is counted. */
const mostValues = 12;

interface NodeSectionProps {
  readonly node: NodePair;
  readonly left: RunView;
  readonly right: RunView;
}

/** One node in two runs: what was set otherwise, what it used, what it gave. */
export function NodeSection({ node, left, right }: NodeSectionProps): React.ReactElement {
  const { t, language } = useTexts();
  const descriptors = useEditor((state) => state.descriptors);
  const flow = node.right ? right.flow : left.flow;
  const title = nodeTitle(node.id, flow, descriptors, language);
  const type = flow && nodesById(flow).get(node.id)?.node.type;
  const portLabel = (name: string): string =>
    (type === undefined ? undefined : descriptors.get(type)?.outputs[name]?.label[language]) ?? name;
  const values = node.outputs.filter(({ isSame }) => !isSame);
  const shown = values.length > 0 ? values : node.outputs;
  return (
    <section className={styles.node} aria-label={title}>
      <h3 className={styles.nodeTitle}>{title}</h3>
      <Presence node={node} />
      <Usage node={node} />
      {left.flow && right.flow && node.settings && node.settings.length > 0 && (
        <SettingsTable changes={node.settings} node={node.id} left={left.flow} right={right.flow} />
      )}
      {node.left &&
        node.right &&
        shown
          .slice(0, mostValues)
          .map((pair) => (
            <ValueDifference
              key={`${pair.path ?? ''} ${pair.name}`}
              pair={pair}
              label={[pair.path, portLabel(pair.name)].filter(Boolean).join(' · ')}
              runs={[left.runId, right.runId]}
            />
          ))}
      {shown.length > mostValues && (
        <p className={styles.note}>{t('panels.more-entries', { count: shown.length - mostValues })}</p>
      )}
    </section>
  );
}

function Presence({ node }: { readonly node: NodePair }): React.ReactElement | null {
  const { t } = useTexts();
  if (!node.left && node.right) return <p className={styles.presence}>{t('runs.only-right')}</p>;
  if (node.left && !node.right) return <p className={styles.presence}>{t('runs.only-left')}</p>;
  return null;
}

function Usage({ node }: { readonly node: NodePair }): React.ReactElement | null {
  const { t, language } = useTexts();
  const [left, right] = [
    usageText(node.left?.usage, t, language, true),
    usageText(node.right?.usage, t, language, true),
  ];
  if (left === '' && right === '') return null;
  const by = countDifference(node.left?.usage.outputTokens, node.right?.usage.outputTokens, language);
  return (
    <div className={styles.sides}>
      <span>{left}</span>
      <span>
        {right} <span className={styles.by}>{by}</span>
      </span>
    </div>
  );
}
