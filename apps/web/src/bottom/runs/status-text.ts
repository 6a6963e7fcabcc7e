import type { RunSummary } from '@jacquard/protocol';
import type { Translate } from '../../i18n/i18n.ts';

/** All that a run can be, in the order in which a filter offers it. */
export const runStatuses: readonly RunSummary['status'][] = [
  'running',
  'paused',
  'completed',
  'failed',
  'cancelled',
  'interrupted',
];

/** How a run stands, in a word. */
export function statusText(status: RunSummary['status'], t: Translate): string {
  switch (status) {
    case 'running':
      return t('panels.run-status-running');
    case 'paused':
      return t('panels.run-status-paused');
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
