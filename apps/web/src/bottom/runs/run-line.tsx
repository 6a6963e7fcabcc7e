import { ActionIcon, Checkbox } from '@mantine/core';
import type { ListedRun } from '@jacquard/protocol';
import { Pin, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { api } from '../../api/api.ts';
import { queryClient, queryKeys } from '../../api/queries.ts';
import { useTexts, type Translate } from '../../i18n/i18n.ts';
import { chooseRun, useComparison } from '../../runs/comparison-store.ts';
import { openRun } from '../../runs/open-run.ts';
import { usageText } from '../../runs/usage-text.ts';
import { useEditor } from '../../state/editor-store.ts';
import { useRun } from '../../state/run-store.ts';
import { formatDuration } from '../../values/format-duration.ts';
import { nodeTitle } from '../node-title.ts';
import { RunMenu } from './run-menu.tsx';
import { RunNameField } from './run-name-field.tsx';
import { statusText } from './status-text.ts';
import styles from './runs.module.css';

interface RunLineProps {
  readonly run: ListedRun;
  readonly isNewest: boolean;
  readonly flowId: string;
}

/** One run of the list. */
export function RunLine({ run, isNewest, flowId }: RunLineProps): React.ReactElement {
  const { t, language } = useTexts();
  const isHere = useRun(({ view }) => view?.runId === run.id);
  const opener = useRef<HTMLButtonElement>(null);
  const [isNaming, setNaming] = useState(false);
  const isChosen = useComparison(({ chosen }) => chosen.includes(run.id));
  const time = new Date(run.startedAt).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'medium' });
  const duration = run.endedAt === undefined ? '' : formatDuration(run.endedAt - run.startedAt, language);
  return (
    <tr data-here={isHere}>
      <td>
        <Checkbox
          size="xs"
          checked={isChosen}
          aria-label={t('runs.choose-run', { time })}
          onChange={() => chooseRun(run.id)}
        />
      </td>
      <td>
        <button
          ref={opener}
          type="button"
          className={styles.open}
          aria-label={t('panels.run-open', { time })}
          onClick={() => openRun(run, isNewest)}
        >
          {time}
        </button>
      </td>
      {isNaming ? (
        <td>
          <RunNameField
            run={run}
            onClose={() => {
              setNaming(false);
              opener.current?.focus();
            }}
          />
        </td>
      ) : (
        <AskedCell run={run} />
      )}
      <td className={styles.status} data-status={run.status}>
        {statusText(run.status, t)}
      </td>
      <td>{duration}</td>
      <td>{usageText(run.usage, t, language, true)}</td>
      <td>{startedBy(run, t)}</td>
      <td>
        <RunActions run={run} time={time} flowId={flowId} onRename={() => setNaming(true)} />
      </td>
    </tr>
  );
}

/** How its inputs begin, and how far it went where it didn't go all the way. */
function AskedCell({ run }: { readonly run: ListedRun }): React.ReactElement {
  const { t, language } = useTexts();
  const document = useEditor(({ history }) => history?.document);
  const descriptors = useEditor((state) => state.descriptors);
  const name = (id: string): string => nodeTitle(id, document, descriptors, language);
  const asked = Object.values(run.inputs).join(' · ');
  return (
    <td className={styles.asked} title={run.name === undefined ? asked : `${run.name} · ${asked}`}>
      {run.name !== undefined && <b className={styles.name}>{run.name}</b>}
      {run.target !== undefined && <span className={styles.part}>{t('runs.to', { name: name(run.target) })}</span>}
      {run.from !== undefined && <span className={styles.part}>{t('runs.from', { name: name(run.from) })}</span>}
      {asked}
    </td>
  );
}

function startedBy({ by }: ListedRun, t: Translate): string {
  if (by === undefined) return '';
  if (by === 'editor') return t('runs.by-editor');
  return by === 'api' ? t('runs.by-api') : t('runs.by-command-line');
}

interface RunActionsProps {
  readonly run: ListedRun;
  readonly time: string;
  readonly flowId: string;
  readonly onRename: () => void;
}

function RunActions({ run, time, flowId, onRename }: RunActionsProps): React.ReactElement {
  const { t } = useTexts();
  const afterwards = (work: Promise<unknown>): void =>
    void work.catch(() => undefined).then(() => queryClient.invalidateQueries({ queryKey: queryKeys.runs(flowId) }));
  return (
    <div className={styles.actions}>
      <ActionIcon
        variant="subtle"
        {...(!run.pinned && { color: 'gray' })}
        aria-pressed={run.pinned}
        aria-label={t('runs.pin', { time })}
        title={run.pinned ? t('runs.pinned-hint') : t('runs.pin-hint')}
        onClick={() => afterwards(api.pinRun(run.id, !run.pinned))}
      >
        <Pin size={14} fill={run.pinned ? 'currentColor' : 'none'} />
      </ActionIcon>
      <RunMenu run={run} time={time} onRename={onRename} />
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={run.status === 'running'}
        aria-label={t('panels.run-delete', { time })}
        onClick={() => afterwards(api.deleteRun(run.id))}
      >
        <Trash2 size={14} />
      </ActionIcon>
    </div>
  );
}
