import { passageSchema, type DocumentValue, type Passage } from '@jacquard/flow';
import { MatchLabel } from './match-label.tsx';
import { useTexts } from '../i18n/i18n.ts';
import { openSource } from '../state/source-store.ts';
import styles from './passage-list.module.css';

interface PassageListProps {
  readonly passages: readonly DocumentValue[];
}

/** So many passages are drawn at once. */
const most = 50;

/** Passages or documents in full: where each stands, how well it fits, its text; each opens its document at the place. */
export function PassageList({ passages }: PassageListProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <>
      <ol className={styles.list}>
        {passages.slice(0, most).map((passage, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a value never changes its order
          <PassageItem key={index} number={index + 1} passage={passage} />
        ))}
      </ol>
      {passages.length > most && (
        <p className={styles.more}>{t('sources.more-passages', { count: passages.length - most })}</p>
      )}
    </>
  );
}

function PassageItem({ number, passage }: { readonly number: number; readonly passage: DocumentValue }) {
  const { t } = useTexts();
  const known = passageSchema.safeParse(passage).data;
  return (
    <li className={styles.item}>
      <p className={styles.head}>
        <span className={styles.number}>{number}</span>
        {known && (
          <button type="button" className={styles.open} onClick={() => openPassage(known)}>
            {known.metadata.page === undefined
              ? known.metadata.source
              : `${known.metadata.source}, ${t('sources.page', { page: known.metadata.page })}`}
          </button>
        )}
        {known?.metadata.match && <MatchLabel match={known.metadata.match} />}
      </p>
      {known && known.metadata.headings.length > 0 && (
        <p className={styles.headings}>{known.metadata.headings.join(' › ')}</p>
      )}
      <p className={styles.text}>{passage.pageContent.slice(0, 6_000)}</p>
    </li>
  );
}

function openPassage({ metadata, pageContent }: Passage): void {
  const { base, source, document, date, page, start, end } = metadata;
  openSource({ base, source, document, date, page, start, end, text: pageContent });
}

/** The first passages on a node: how each begins, and where it stands. */
export function ShortPassages({ passages }: PassageListProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <span className={styles.short}>
      {passages.slice(0, 2).map((passage, index) => {
        const metadata = passageSchema.safeParse(passage).data?.metadata;
        const match = metadata?.match;
        const text = passage.pageContent.slice(0, 120);
        const place = [
          metadata?.source.split('/').at(-1),
          metadata?.page === undefined ? undefined : t('sources.page', { page: metadata.page }),
          match && t(match.strength === 'strong' ? 'sources.strong' : 'sources.partial'),
        ]
          .filter((fact) => fact !== undefined)
          .join(' · ');
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a value never changes its order
          <span key={index} className={styles.shortItem}>
            <span className={styles.number}>{index + 1}</span>
            <span className={styles.shortText} title={text}>
              {text}
            </span>
            <span className={styles.shortPlace} title={place}>
              {place}
            </span>
          </span>
        );
      })}
    </span>
  );
}
