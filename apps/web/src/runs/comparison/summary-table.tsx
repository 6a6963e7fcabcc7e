import type { Language } from '@jacquard/flow';
import type { RunView } from '@jacquard/protocol';
import { useTexts } from '../../i18n/i18n.ts';
import { statusText } from '../../bottom/runs/status-text.ts';
import { nodeTitle } from '../../bottom/node-title.ts';
import { useEditor } from '../../state/editor-store.ts';
import { energyText } from '../../values/energy-text.ts';
import { formatMoney } from '../../values/format-cost.ts';
import { formatCount, formatDuration } from '../../values/format-duration.ts';
import type { NodePair } from './compare-runs.ts';
import { countDifference, timeDifference } from './difference-text.ts';
import { TimeBars } from './time-bars.tsx';
import styles from './comparison.module.css';

interface SummaryTableProps {
  readonly left: RunView;
  readonly right: RunView;
  readonly nodes: readonly NodePair[];
}

/** How the runs ended and what they took, and each node's time beside its other. */
export function SummaryTable({ left, right, nodes }: SummaryTableProps): React.ReactElement {
  const { t, language } = useTexts();
  const [before, after] = [left.usage ?? {}, right.usage ?? {}];
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('runs.left')}</th>
          <th scope="col">{t('runs.right')}</th>
          <th scope="col">{t('runs.difference')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('panels.run-state')}</th>
          <td>{statusText(left.status, t)}</td>
          <td>{statusText(right.status, t)}</td>
          <td />
        </tr>
        <tr>
          <th scope="row">{t('panels.run-time')}</th>
          <td>{known(left.duration, (value) => formatDuration(value, language))}</td>
          <td>{known(right.duration, (value) => formatDuration(value, language))}</td>
          <td>{timeDifference(left.duration, right.duration, language)}</td>
        </tr>
        <CountRow
          label={t('runs.tokens-read')}
          left={before.inputTokens}
          right={after.inputTokens}
          language={language}
        />
        <CountRow
          label={t('runs.tokens-written')}
          left={before.outputTokens}
          right={after.outputTokens}
          language={language}
        />
        <AmountRow
          label={t('runs.cost')}
          left={before.cost}
          right={after.cost}
          format={(one) => formatMoney(one, language)}
        />
        <AmountRow
          label={t('runs.energy')}
          left={before.energy === undefined ? undefined : before}
          right={after.energy === undefined ? undefined : after}
          format={(one) => energyText(one, t, language)}
        />
        {nodes.map((node) => (
          <NodeTimeRow key={node.id} node={node} left={left} right={right} nodes={nodes} />
        ))}
      </tbody>
    </table>
  );
}

function known<T>(value: T | undefined, format: (value: T) => string): string {
  return value === undefined ? '–' : format(value);
}

interface CountRowProps {
  readonly label: string;
  readonly left: number | undefined;
  readonly right: number | undefined;
  readonly language: Language;
}

function CountRow({ label, left, right, language }: CountRowProps): React.ReactElement | null {
  if (left === undefined && right === undefined) return null;
  const format = (value: number): string => formatCount(value, language);
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{known(left, format)}</td>
      <td>{known(right, format)}</td>
      <td>{countDifference(left, right, language)}</td>
    </tr>
  );
}

interface AmountRowProps<T> {
  readonly label: string;
  readonly left: T | undefined;
  readonly right: T | undefined;
  readonly format: (value: T) => string;
}

function AmountRow<T>({ label, left, right, format }: AmountRowProps<T>): React.ReactElement | null {
  if (left === undefined && right === undefined) return null;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{known(left, format)}</td>
      <td>{known(right, format)}</td>
      <td />
    </tr>
  );
}

interface NodeTimeRowProps extends SummaryTableProps {
  readonly node: NodePair;
}

function NodeTimeRow({ node, left, right, nodes }: NodeTimeRowProps): React.ReactElement | null {
  const { language } = useTexts();
  const descriptors = useEditor((state) => state.descriptors);
  if (!node.left && !node.right) return null;
  const flow = node.right ? right.flow : left.flow;
  const longest = Math.max(1, ...nodes.flatMap((one) => [one.left?.time ?? 0, one.right?.time ?? 0]));
  return (
    <tr>
      <th scope="row" className={styles.nodeName}>
        {nodeTitle(node.id, flow, descriptors, language)}
      </th>
      <td>
        <TimeBars effort={node.left} longest={longest} />
      </td>
      <td>
        <TimeBars effort={node.right} longest={longest} />
      </td>
      <td>{timeDifference(node.left?.time, node.right?.time, language)}</td>
    </tr>
  );
}
