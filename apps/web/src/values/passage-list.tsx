import { passageSchema, type DocumentValue, type Passage } from '@jacquard/flow';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { beginNearTerms } from './begin-near-terms.ts';
import { MarkedTerms } from './marked-terms.tsx';
import { MatchLabel } from './match-label.tsx';
import { useTexts } from '../i18n/i18n.ts';
import { openSource } from '../state/source-store.ts';
import styles from './passage-list.module.css';

interface PassageListProps {
  readonly passages: readonly DocumentValue[];
  /** What was searched: its words are marked, in any inflection. */
  readonly terms?: readonly string[] | undefined;
}

/** So many passages are drawn at once, and more with each click. */
const step = 50;

/** Passages or documents in full: where each stands, how well it fits, its text; each opens its document at the place. */
export function PassageList({ passages, terms = noTerms }: PassageListProps): React.ReactElement {
  const { t } = useTexts();
  const [most, setMost] = useState(step);
  return (
    <>
      <ol className={styles.list}>
        {passages.slice(0, most).map((passage, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a value never changes its order
          <PassageItem key={index} number={index + 1} passage={passage} terms={terms} />
        ))}
      </ol>
      {passages.length > most && (
        <Button variant="subtle" onClick={() => setMost(most + step)}>
          {t('sources.more-passages', { count: passages.length - most })}
        </Button>
      )}
    </>
  );
}

const noTerms: readonly string[] = [];

interface PassageItemProps {
  readonly number: number;
  readonly passage: DocumentValue;
  readonly terms: readonly string[];
}

function PassageItem({ number, passage, terms }: PassageItemProps): React.ReactElement {
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
      <p className={styles.text}>
        <MarkedTerms text={passage.pageContent.slice(0, 6_000)} terms={terms} />
      </p>
    </li>
  );
}

function openPassage({ metadata, pageContent }: Passage): void {
  const { base, source, document, date, page, start, end } = metadata;
  openSource({ base, source, document, date, page, start, end, text: pageContent });
}

/** The first passages on a node: how each begins, and where it stands. */
export function ShortPassages({ passages, terms = noTerms }: PassageListProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <span className={styles.short}>
      {passages.slice(0, 2).map((passage, index) => {
        const metadata = passageSchema.safeParse(passage).data?.metadata;
        const match = metadata?.match;
        const text = beginNearTerms(passage.pageContent, terms).slice(0, 120);
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
              <MarkedTerms text={text} terms={terms} />
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
