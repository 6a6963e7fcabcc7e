import type { Publication, PublicationList } from '@jacquard/protocol';
import { formatAgo } from '../../flows/format-ago.ts';
import type { useTexts } from '../../i18n/i18n.ts';

/** The version that callers get who name none. */
export function currentOf({ publications }: PublicationList): Publication | undefined {
  return publications.find(({ isCurrent }) => isCurrent);
}

/** What callers of a flow get. `now` in milliseconds. */
export function publishedText(
  list: PublicationList,
  now: number,
  { t, language }: ReturnType<typeof useTexts>,
): string {
  if (list.isFolder === true) return t('publishing.folder');
  const current = currentOf(list);
  if (current === undefined) return t('publishing.none');
  return t('publishing.current', { number: current.number, ago: formatAgo(current.publishedAt, now, language) });
}
