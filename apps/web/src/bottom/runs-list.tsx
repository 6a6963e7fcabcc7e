import { ActionIcon } from '@mantine/core';
import type { RunSummary } from '@jacquard/protocol';
import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { api } from '../api/api.ts';
import { problemText } from '../api/problem-text.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { useTexts, type Translate } from '../i18n/i18n.ts';
import { useEditor } from '../state/editor-store.ts';
import { showRun, useRun } from '../state/run-store.ts';
import { formatCount, formatDuration } from '../values/format-duration.ts';
import styles from './bottom.module.css';

/** The flow's runs; each opens on the canvas with its values. */
export function RunsList(): React.ReactElement {
  const { t, language } = useTexts();
  const flowId = useEditor((state) => state.flowId) ?? '';
  const status = useRun(({ view }) => view?.status);
  const runs = useQuery({
    queryKey: [...queryKeys.runs(flowId), status],
    queryFn: () => api.runs(flowId),
    enabled: flowId !== '',
  });
  if (runs.error) return <p className={styles.empty}>{problemText(runs.error, language).detail}</p>;
  const list = runs.data?.runs ?? [];
  if (list.length === 0)
    return <p className={styles.empty}>{runs.isLoading ? t('shell.loading') : t('panels.runs-empty')}</p>;
  return (
    <table className={`${styles.runs} tabular`}>
      <thead>
        <tr>
          <th scope="col">{t('panels.run-when')}</th>
          <th scope="col">{t('panels.run-state')}</th>
          <th scope="col">{t('panels.run-time')}</th>
          <th scope="col">{t('panels.run-tokens')}</th>
          <th aria-label={t('shell.settings')} />
        </tr>
      </thead>
      <tbody>
        {list.map((run, index) => (
          <RunLine key={run.id} run={run} isNewest={index === 0} flowId={flowId} />
        ))}
      </tbody>
    </table>
  );
}

interface RunLineProps {
  readonly run: RunSummary;
  readonly isNewest: boolean;
  readonly flowId: string;
}

function RunLine({ run, isNewest, flowId }: RunLineProps): React.ReactElement {
  const { t, language } = useTexts();
  const isHere = useRun(({ view }) => view?.runId === run.id);
  const time = new Date(run.startedAt).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'medium' });
  const remove = async (): Promise<void> => {
    await api.deleteRun(run.id).catch(() => undefined);
    await queryClient.invalidateQueries({ queryKey: queryKeys.runs(flowId) });
  };
  return (
    <tr data-here={isHere}>
      <td>
        <button
          type="button"
          className={styles.runOpen}
          aria-label={t('panels.run-open', { time })}
          onClick={() => showRun(run.id, !isNewest)}
        >
          {time}
        </button>
      </td>
      <td className={styles.status} data-status={run.status}>
        {statusText(run.status, t)}
      </td>
      <td>{run.endedAt === undefined ? '' : formatDuration(run.endedAt - run.startedAt, language)}</td>
      <td>
        {run.usage?.outputTokens === undefined
          ? ''
          : formatCount((run.usage.inputTokens ?? 0) + run.usage.outputTokens, language)}
      </td>
      <td>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={run.status === 'running'}
          aria-label={t('panels.run-delete', { time })}
          onClick={() => void remove()}
        >
          <Trash2 size={14} />
        </ActionIcon>
      </td>
    </tr>
  );
}

function statusText(status: RunSummary['status'], t: Translate): string {
  switch (status) {
    case 'running':
      return t('panels.run-status-running');
    case 'completed':
      return t('panels.run-status-completed');
    case 'failed':
      return t('panels.run-status-failed');
    case 'cancelled':
      return t('panels.run-status-cancelled');
    default:
      return t('panels.run-status-interrupted');
  }
}
