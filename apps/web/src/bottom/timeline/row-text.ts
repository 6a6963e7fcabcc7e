import type { Language } from '@jacquard/flow';
import type { TimelineRow } from '@jacquard/canvas';
import type { StepView } from '@jacquard/protocol';
import type { Translate } from '../../i18n/i18n.ts';
import { formatDuration } from '../../values/format-duration.ts';

/** What stands behind a row's bar: how it ended, how long it took, in how many attempts. */
export function rowText(
  { step, inside, from, to }: TimelineRow,
  now: number,
  t: Translate,
  language: Language,
): string {
  const time = formatDuration(to - from, language);
  if (!step) return t('runs.nodes-inside', { count: inside, time });
  if (step.kept) return t('panels.timeline-kept');
  const attempts = step.earlier ? `${t('runs.attempts', { count: step.earlier.length + 1 })} · ` : '';
  switch (step.status) {
    case 'skipped':
      return skipText(step, t);
    case 'failed':
      return `${t('panels.timeline-failed')} · ${attempts}${time}`;
    case 'waiting':
      return waitingText(step, now, t, language);
    case 'paused':
      return t('canvas.state-paused');
    case 'cancelled':
      return `${t('panels.timeline-cancelled')} · ${time}`;
    default:
      return `${attempts}${inside > 0 ? time : durationText(step, to - from, t, language)}`;
  }
}

function skipText({ skipReason }: StepView, t: Translate): string {
  if (skipReason === 'disabled') return t('panels.timeline-disabled');
  return skipReason === 'not-taken' ? t('panels.timeline-not-taken') : t('panels.timeline-skipped');
}

function waitingText({ retryAt, attempt }: StepView, now: number, t: Translate, language: Language): string {
  const time = formatDuration(Math.max(0, (retryAt ?? now) - now), language);
  return t('runs.waits-for-retry', { attempt: attempt + 1, time });
}

function durationText(step: StepView, length: number, t: Translate, language: Language): string {
  const reading = step.usage?.timeToFirstToken;
  if (step.status === 'running' || reading === undefined || step.earlier) return formatDuration(length, language);
  const writing = formatDuration(Math.max(0, length - reading), language);
  return t('panels.timeline-reading', { reading: formatDuration(reading, language), writing });
}
