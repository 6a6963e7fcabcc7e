import { Switch } from '@mantine/core';
import type { RunView } from '@jacquard/protocol';
import { useMemo, useState } from 'react';
import { problemText } from '../../api/problem-text.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { useFocusWhileShown } from '../../shell/use-focus-while-shown.ts';
import { endComparison } from '../comparison-store.ts';
import { compareRuns } from './compare-runs.ts';
import { ComparisonHead } from './comparison-head.tsx';
import { NodeSection } from './node-section.tsx';
import { SummaryTable } from './summary-table.tsx';
import { useEndedRun } from './use-ended-run.ts';
import { ValuesSection } from './values-section.tsx';
import { isOtherwise } from './compare-runs.ts';
import styles from './comparison.module.css';

interface ComparisonPanelProps {
  readonly left: string;
  readonly right: string;
}

/** Two runs side by side. Escape goes back to the canvas. */
export function ComparisonPanel({ left, right }: ComparisonPanelProps): React.ReactElement {
  const { t, language } = useTexts();
  const region = useFocusWhileShown();
  const [before, after] = [useEndedRun(left), useEndedRun(right)];
  const problem = before.error ?? after.error;
  return (
    <main
      ref={region}
      className={styles.panel}
      aria-label={t('runs.comparison')}
      tabIndex={-1}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') endComparison();
      }}
    >
      <ComparisonHead left={before.data} right={after.data} />
      {problem ? (
        <p className={styles.note} role="alert">
          {problemText(problem, language).detail}
        </p>
      ) : before.data && after.data ? (
        <Comparison left={before.data} right={after.data} />
      ) : (
        <p className={styles.note}>{t('shell.loading')}</p>
      )}
    </main>
  );
}

interface ComparisonProps {
  readonly left: RunView;
  readonly right: RunView;
}

function Comparison({ left, right }: ComparisonProps): React.ReactElement {
  const { t } = useTexts();
  const [isAll, setAll] = useState(false);
  const compared = useMemo(() => compareRuns(left, right), [left, right]);
  const nodes = isAll ? compared.nodes : compared.nodes.filter(isOtherwise);
  return (
    <div className={`${styles.body} tabular`}>
      <SummaryTable left={left} right={right} nodes={compared.nodes} />
      <ValuesSection title={t('runs.inputs')} pairs={compared.inputs} left={left} right={right} />
      <ValuesSection title={t('runs.outputs')} pairs={compared.outputs} left={left} right={right} />
      <div className={styles.nodesHead}>
        <h2 className={styles.title}>{t('runs.nodes')}</h2>
        <Switch
          size="xs"
          label={t('runs.same-too')}
          checked={isAll}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      </div>
      {nodes.length === 0 && <p className={styles.note}>{t('runs.no-difference')}</p>}
      {nodes.map((node) => (
        <NodeSection key={node.id} node={node} left={left} right={right} />
      ))}
    </div>
  );
}
