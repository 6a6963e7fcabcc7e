import type { Language } from '@jacquard/flow';
import type { KnowledgeSummary } from '@jacquard/protocol';
import type { Translate } from '../i18n/i18n.ts';
import { formatCount } from '../values/format-duration.ts';

type Stated = Pick<KnowledgeSummary, 'state' | 'progress' | 'documents' | 'passages' | 'failed'>;

/** How a base stands, in words: what is being read and how fast, or what it holds. */
export function stateSentence(base: Stated, t: Translate, language: Language): string {
  if (base.state === 'broken') return t('knowledge.state-broken');
  if (base.state === 'building') return buildingSentence(base, t, language);
  if (base.state === 'stale') return t(base.documents === 0 ? 'knowledge.state-unread' : 'knowledge.state-stale');
  if (base.failed > 0)
    return t('knowledge.state-but', { count: base.failed, number: formatCount(base.failed, language) });
  return base.documents === 0 ? t('knowledge.state-empty') : t('knowledge.state-ready');
}

/** Without progress it is not this server that builds. */
function buildingSentence({ progress }: Stated, t: Translate, language: Language): string {
  if (!progress) return t('knowledge.state-elsewhere');
  const { filesDone, filesTotal, pagesPerSecond } = progress;
  if (filesTotal === 0) return t('knowledge.state-looking');
  if (filesDone >= filesTotal) return t('knowledge.state-finishing');
  const reading = t('knowledge.state-reading', {
    count: filesTotal,
    done: formatCount(filesDone + 1, language),
    total: formatCount(filesTotal, language),
  });
  const rate = pagesPerSecond < 10 ? Math.round(pagesPerSecond * 10) / 10 : Math.round(pagesPerSecond);
  if (rate <= 0) return reading;
  return `${reading} · ${t('knowledge.pages-a-second', { count: rate, rate: rate.toLocaleString(language) })}`;
}

/** What a base holds, in words: `4 documents · 96 passages`. */
export function contentSentence(
  { documents, passages }: Pick<KnowledgeSummary, 'documents' | 'passages'>,
  t: Translate,
  language: Language,
): string {
  return [
    t('knowledge.documents', { count: documents, number: formatCount(documents, language) }),
    t('knowledge.passages', { count: passages, number: formatCount(passages, language) }),
  ].join(' · ');
}

/** The share of a building that is done, 0 to 1: files, and the pages of those at work. Undefined where nobody knows. */
export function buildingShare({ progress }: Pick<KnowledgeSummary, 'progress'>): number | undefined {
  if (!progress || progress.filesTotal === 0) return undefined;
  const atWork = progress.reading.reduce(
    (sum, { pagesDone, pagesTotal }) => sum + (pagesTotal > 0 ? Math.min(1, pagesDone / pagesTotal) : 0),
    0,
  );
  return Math.min(1, (progress.filesDone + atWork) / progress.filesTotal);
}
