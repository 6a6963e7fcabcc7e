import { useTexts } from '../i18n/i18n.ts';
import type { SourcePlace } from '../state/source-store.ts';
import styles from './reader.module.css';
import type { SourceDocument } from './use-source-document.ts';

interface SourceNoticeProps {
  readonly place: SourcePlace;
  readonly source: SourceDocument;
  /** The cited words stand in what is shown. */
  readonly isFound: boolean;
}

/** Says when what was cited is no longer what is shown, and what it was. */
export function SourceNotice({ place, source, isFound }: SourceNoticeProps): React.ReactElement | null {
  const { t, language } = useTexts();
  const { isGone, isChanged } = source;
  if (!isGone && !isChanged) return null;
  const date =
    place.date === undefined ? undefined : new Date(place.date).toLocaleDateString(language, { dateStyle: 'long' });
  const text = isGone
    ? place.base === undefined
      ? t('sources.reader-no-base')
      : t('sources.reader-gone', { name: place.source.split('/').at(-1) ?? place.source })
    : date === undefined
      ? t('sources.reader-changed')
      : t('sources.reader-changed-since', { date });
  const isLost = isChanged && !isGone && !isFound && place.text !== '';
  return (
    <div className={styles.notice} role="status" data-tone={isGone ? 'err' : 'warn'}>
      <p>
        {[text, isLost && t('sources.reader-words-gone'), place.text !== '' && t('sources.reader-what')]
          .filter((part) => part !== false)
          .join(' ')}
      </p>
      {place.text !== '' && (
        <blockquote className={styles.quotation} aria-label={t('sources.reader-cited')}>
          {place.text}
        </blockquote>
      )}
    </div>
  );
}
