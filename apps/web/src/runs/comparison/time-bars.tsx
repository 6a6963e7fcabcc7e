import { useTexts } from '../../i18n/i18n.ts';
import { formatDuration } from '../../values/format-duration.ts';
import type { NodeEffort } from './compare-runs.ts';
import styles from './comparison.module.css';

interface TimeBarsProps {
  readonly effort: NodeEffort | undefined;
  /** Milliseconds of the node that took longest in either run. */
  readonly longest: number;
}

/** What a node took in a run, as a bar and in words. */
export function TimeBars({ effort, longest }: TimeBarsProps): React.ReactElement {
  const { t, language } = useTexts();
  if (!effort) return <span className={styles.absent}>{t('runs.did-not-run')}</span>;
  const words = [
    effort.isKept ? t('panels.timeline-kept') : formatDuration(effort.time, language),
    effort.turns > 1 ? t('runs.turns', { count: effort.turns }) : '',
    effort.status === 'failed' ? t('panels.timeline-failed') : '',
    effort.status === 'skipped' ? t('panels.timeline-skipped') : '',
  ];
  return (
    <span className={styles.effort}>
      <span className={styles.track}>
        <span
          className={styles.bar}
          style={{ width: `${(effort.time / longest) * 100}%` }}
          data-status={effort.status}
        />
      </span>
      {words.filter(Boolean).join(' · ')}
    </span>
  );
}
