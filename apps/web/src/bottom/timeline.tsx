import type { StepView } from '@jacquard/protocol';
import { useTexts, type Translate } from '../i18n/i18n.ts';
import { select, useEditor } from '../state/editor-store.ts';
import { useIsRunning, useRun } from '../state/run-store.ts';
import { useNow } from '../state/use-now.ts';
import { formatDuration } from '../values/format-duration.ts';
import styles from './bottom.module.css';
import { nodeTitle } from './node-title.ts';
import { timelineRows, type TimelineRow } from './timeline-rows.ts';

/** What each step did when, live. */
export function Timeline(): React.ReactElement {
  const { t } = useTexts();
  const view = useRun((state) => state.view);
  const now = useNow(useIsRunning());
  if (!view || view.steps.size === 0) return <p className={styles.empty}>{t('panels.timeline-empty')}</p>;
  const { rows, length, hidden } = timelineRows(view, now);
  return (
    <div className={`${styles.timeline} tabular`} role="list" aria-label={t('panels.timeline-label')}>
      {rows.map((row) => (
        <Lane key={row.step.step} row={row} length={length} />
      ))}
      {hidden > 0 && <p className={styles.empty}>{t('panels.more-entries', { count: hidden })}</p>}
    </div>
  );
}

interface LaneProps {
  readonly row: TimelineRow;
  readonly length: number;
}

function Lane({ row: { step, from, to }, length }: LaneProps): React.ReactElement {
  const { t, language } = useTexts();
  const document = useRun(({ view }) => view?.flow);
  const descriptors = useEditor((state) => state.descriptors);
  const left = `${(from / length) * 100}%`;
  const width = `max(4px, ${((to - from) / length) * 100}%)`;
  const reading = step.usage?.timeToFirstToken;
  const share = reading !== undefined && to > from ? Math.min(1, reading / (to - from)) : 0;
  const turn = step.step === step.node ? '' : ` ${step.step.split('/').slice(0, -1).join(' ')}`;
  const name = nodeTitle(step.node, document, descriptors, language);
  return (
    <div role="listitem" className={styles.row}>
      <button
        type="button"
        className={styles.rowName}
        title={`${name}${turn}`}
        onClick={() => select({ nodes: [step.node] })}
      >
        {name}
        <span className={styles.turn}>{turn}</span>
      </button>
      <div className={styles.lane}>
        <span className={styles.bar} style={{ left, width }} data-status={step.kept ? 'kept' : step.status}>
          {share > 0 && <span className={styles.reading} style={{ width: `${share * 100}%` }} />}
        </span>
      </div>
      <span className={styles.laneText}>{laneText(step, to - from, t, language)}</span>
    </div>
  );
}

function laneText(step: StepView, length: number, t: Translate, language: 'en' | 'fr'): string {
  if (step.kept) return t('panels.timeline-kept');
  switch (step.status) {
    case 'skipped':
      if (step.skipReason === 'disabled') return t('panels.timeline-disabled');
      return step.skipReason === 'not-taken' ? t('panels.timeline-not-taken') : t('panels.timeline-skipped');
    case 'failed':
      return `${t('panels.timeline-failed')} · ${formatDuration(length, language)}`;
    case 'waiting':
      return t('panels.timeline-waiting');
    case 'cancelled':
      return t('panels.timeline-cancelled');
    default:
      return durationText(step, length, t, language);
  }
}

function durationText(step: StepView, length: number, t: Translate, language: 'en' | 'fr'): string {
  const reading = step.usage?.timeToFirstToken;
  if (step.status === 'running' || reading === undefined) return formatDuration(length, language);
  const writing = formatDuration(Math.max(0, length - reading), language);
  return t('panels.timeline-reading', { reading: formatDuration(reading, language), writing });
}
