import type { FlowVersion } from '@jacquard/protocol';
import type { Translate } from '../i18n/i18n.ts';

const reasons = {
  saved: 'versions.unnamed',
  session: 'versions.reason-session',
  restore: 'versions.reason-restore',
  merge: 'versions.reason-merge',
} as const;

/** What a version is called: by its name, or by why it was kept. */
export function versionName({ name, reason }: Pick<FlowVersion, 'name' | 'reason'>, t: Translate): string {
  return name ?? t(reasons[reason]);
}
