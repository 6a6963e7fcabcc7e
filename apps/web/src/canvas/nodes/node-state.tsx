import type { StepView } from '@jacquard/protocol';
import { useTexts } from '../../i18n/i18n.ts';
import { useNow } from '../../state/use-now.ts';
import { formatDuration } from '../../values/format-duration.ts';
import styles from './node-card.module.css';

/** How a node's last step stands: at the right of its head. */
export function NodeState({ step }: { readonly step: StepView | undefined }): React.ReactElement | null {
  const { t, language } = useTexts();
  const isRunning = step?.status === 'running';
  const now = useNow(isRunning);
  if (!step) return null;
  const elapsed = isRunning ? Math.max(0, now - (step.startedAt ?? now)) : (step.duration ?? 0);
  const words = {
    running: formatDuration(elapsed, language),
    waiting: t('canvas.state-waiting'),
    done: step.kept ? t('canvas.state-kept') : formatDuration(elapsed, language),
    failed: t('canvas.state-failed'),
    skipped: t('canvas.state-skipped'),
    cancelled: t('canvas.state-cancelled'),
  }[step.status];
  return (
    <span className={`${styles.state} tabular`} data-status={step.kept ? 'kept' : step.status}>
      <span className={styles.dot} />
      {words}
    </span>
  );
}
