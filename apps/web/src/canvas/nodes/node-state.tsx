import type { StepView } from '@jacquard/protocol';
import { Pin, PinOff } from 'lucide-react';
import { useTexts, type Translate } from '../../i18n/i18n.ts';
import { usePinState } from '../../pins/use-pin-state.ts';
import { useIsStale } from '../../state/stale-store.ts';
import { useNow } from '../../state/use-now.ts';
import { formatDuration } from '../../values/format-duration.ts';
import styles from './node-card.module.css';

interface NodeStateProps {
  readonly id: string;
  readonly step: StepView | undefined;
}

/**
 * How a node stands, at the right of its head: what its last step does or did, whether that still follows from the flow, and
 * whether it is pinned.
 */
export function NodeState({ id, step }: NodeStateProps): React.ReactElement | null {
  const { t, language } = useTexts();
  const isRunning = step?.status === 'running';
  const now = useNow(isRunning);
  const pin = usePinState(id);
  const isStale = useIsStale(id);
  if (!isRunning && pin !== undefined) return <PinState state={pin} t={t} />;
  if (!step) return null;
  const elapsed = isRunning ? Math.max(0, now - (step.startedAt ?? now)) : (step.duration ?? 0);
  const time = formatDuration(elapsed, language);
  if (!isRunning && isStale && step.status !== 'skipped') {
    return <State status="stale" words={t('pins.stale')} title={t('pins.stale-hint')} />;
  }
  const words = {
    running: time,
    waiting: t('canvas.state-waiting'),
    paused: t('canvas.state-paused'),
    done: step.pinned === true ? t('pins.by-hand') : step.kept ? t('canvas.state-kept') : time,
    failed: t('canvas.state-failed'),
    skipped: t('canvas.state-skipped'),
    cancelled: t('canvas.state-cancelled'),
  }[step.status];
  return <State status={step.kept || step.pinned === true ? 'kept' : step.status} words={words} />;
}

interface StateProps {
  readonly status: string;
  readonly words: string;
  readonly title?: string;
}

function State({ status, words, title }: StateProps): React.ReactElement {
  return (
    <span className={`${styles.state} tabular`} data-status={status} title={title}>
      <span className={styles.dot} />
      {words}
    </span>
  );
}

function PinState({ state, t }: { readonly state: 'pinned' | 'misfit'; readonly t: Translate }): React.ReactElement {
  const isUsed = state === 'pinned';
  return (
    <span
      className={styles.state}
      data-status={isUsed ? 'pinned' : 'pin-unused'}
      title={isUsed ? t('pins.pinned-hint') : t('pins.misfit')}
    >
      {isUsed ? <Pin size={12} /> : <PinOff size={12} />}
      {isUsed ? t('pins.pinned') : t('pins.unused')}
    </span>
  );
}
