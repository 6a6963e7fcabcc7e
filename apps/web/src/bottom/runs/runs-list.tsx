import { Button, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { problemText } from '../../api/problem-text.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { useRunFileDrop } from '../../runs/use-run-file-drop.ts';
import { useEditor } from '../../state/editor-store.ts';
import { RunLine } from './run-line.tsx';
import { RunsTotal } from './runs-total.tsx';
import { RunsToolbar } from './runs-toolbar.tsx';
import { useRuns, type RunsFilter } from './use-runs.ts';
import styles from './runs.module.css';

/** The flow's runs, each of which opens on the canvas as it was; two of them can be compared. A run's file may be dropped here. */
export function RunsList(): React.ReactElement {
  const { t } = useTexts();
  const flowId = useEditor((state) => state.flowId) ?? '';
  const [filter, setFilter] = useState<RunsFilter>({ text: '', status: undefined });
  const shown = useRuns(flowId, filter);
  const drop = useRunFileDrop();
  return (
    <div className={styles.panel} {...drop}>
      <RunsToolbar filter={filter} onFilter={setFilter} />
      <RunsTable flowId={flowId} filter={filter} shown={shown} />
      {drop['data-over'] && <p className={styles.dropHint}>{t('runs.drop')}</p>}
    </div>
  );
}

interface RunsTableProps {
  readonly flowId: string;
  readonly filter: RunsFilter;
  readonly shown: ReturnType<typeof useRuns>;
}

function RunsTable({ flowId, filter, shown }: RunsTableProps): React.ReactElement {
  const { t, language } = useTexts();
  const { runs, problem, isLoading, onMore, isLoadingMore } = shown;
  const isFiltered = filter.text.trim() !== '' || filter.status !== undefined;
  if (problem !== undefined) return <p className={styles.empty}>{problemText(problem, language).detail}</p>;
  if (runs.length === 0 && !onMore) {
    const empty = isFiltered ? t('runs.none-found') : t('panels.runs-empty');
    return <p className={styles.empty}>{isLoading ? t('shell.loading') : empty}</p>;
  }
  return (
    <div className={styles.scroller}>
      <table className={`${styles.runs} tabular`}>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{t('runs.choose')}</VisuallyHidden>
            </th>
            <th scope="col">{t('panels.run-when')}</th>
            <th scope="col">{t('runs.asked')}</th>
            <th scope="col">{t('panels.run-state')}</th>
            <th scope="col">{t('panels.run-time')}</th>
            <th scope="col">{t('runs.used')}</th>
            <th scope="col">{t('runs.by')}</th>
            <th scope="col">
              <VisuallyHidden>{t('runs.actions')}</VisuallyHidden>
            </th>
          </tr>
          <RunsTotal runs={runs} />
        </thead>
        <tbody>
          {runs.map((run, index) => (
            <RunLine key={run.id} run={run} isNewest={index === 0 && !isFiltered} flowId={flowId} />
          ))}
        </tbody>
      </table>
      {onMore && (
        <div className={styles.more}>
          <Button variant="subtle" loading={isLoadingMore} onClick={onMore}>
            {t('runs.more')}
          </Button>
        </div>
      )}
    </div>
  );
}
