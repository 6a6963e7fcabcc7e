import { Button } from '@mantine/core';
import type { Passage } from '@jacquard/flow';
import type { KnowledgeFile } from '@jacquard/protocol';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { knowledgeApi } from '../api/knowledge-api.ts';
import { problemText } from '../api/problem-text.ts';
import { queryKeys } from '../api/queries.ts';
import { useTexts } from '../i18n/i18n.ts';
import { formatCount } from '../values/format-duration.ts';
import { formatShare } from '../values/format-share.ts';
import styles from './documents.module.css';
import pageStyles from './knowledge.module.css';
import { languageNames } from './language-limit.ts';
import { openPassage } from './open-passage.ts';
import { PassageText } from './passage-text.tsx';

const pageSize = 20;

interface PassagesViewProps {
  readonly base: string;
  readonly file: KnowledgeFile;
}

/** What a document's passages look like: what search finds, and what models are given. */
export function PassagesView({ base, file }: PassagesViewProps): React.ReactElement {
  const { t, language } = useTexts();
  const [shown, setShown] = useState(pageSize);
  const { data, error, refetch } = useQuery({
    queryKey: [...queryKeys.knowledgeBase(base), 'passages', file.source, file.sha256],
    queryFn: () => knowledgeApi.passages(base, file.source),
  });
  if (error && !data) {
    return (
      <p className={pageStyles.problem} role="alert">
        {problemText(error, language).detail}{' '}
        <Button variant="default" onClick={() => void refetch()}>
          {t('shell.retry')}
        </Button>
      </p>
    );
  }
  if (!data) return <p className={pageStyles.quiet}>{t('shell.loading')}</p>;
  const hidden = data.passages.length - shown;
  return (
    <>
      <ol className={styles.passages} aria-label={t('knowledge.passages-of', { name: file.source })}>
        {data.passages.slice(0, shown).map((passage) => (
          <PassageItem key={`${passage.metadata.source} ${passage.metadata.position}`} base={base} passage={passage} />
        ))}
      </ol>
      {hidden > 0 && (
        <p className={pageStyles.more}>
          <span>{t('knowledge.more-passages', { count: hidden, number: formatCount(hidden, language) })}</span>
          <Button variant="default" onClick={() => setShown(shown + 100)}>
            {t('knowledge.show-more', { count: Math.min(hidden, 100) })}
          </Button>
        </p>
      )}
    </>
  );
}

interface PassageItemProps {
  readonly base: string;
  readonly passage: Passage;
}

function PassageItem({ base, passage }: PassageItemProps): React.ReactElement {
  const { t } = useTexts();
  const { headings, position } = passage.metadata;
  return (
    <li className={styles.passage}>
      <div className={styles.passageHead}>
        <strong className="tabular">{t('knowledge.passage-number', { number: position + 1 })}</strong>
        <PassageFacts passage={passage} />
        <span className={styles.space} />
        <Button variant="subtle" onClick={() => openPassage(base, passage)}>
          {t('knowledge.open-there')}
        </Button>
      </div>
      {headings.length > 0 && <p className={styles.headings}>{headings.join(' › ')}</p>}
      <PassageText passage={passage} />
    </li>
  );
}

/** Where a passage stands, as small facts. */
function PassageFacts({ passage: { metadata } }: { readonly passage: Passage }): React.ReactElement {
  const { t, language } = useTexts();
  const { page, start, end, table, scanned } = metadata;
  const facts = [
    page !== undefined && t('sources.page', { page }),
    t('knowledge.characters', { start: formatCount(start, language), end: formatCount(end, language) }),
    table &&
      t('knowledge.rows', {
        count: table.total,
        first: formatCount(table.firstRow, language),
        last: formatCount(table.lastRow, language),
        total: formatCount(table.total, language),
      }),
    table?.name,
    languageNames([metadata.language], language),
    scanned !== undefined && t('knowledge.scanned', { share: formatShare(scanned, language) }),
  ];
  return (
    <>
      {facts
        .filter((fact) => typeof fact === 'string' && fact !== '')
        .map((fact) => (
          <span key={String(fact)} className={`${styles.fact} tabular`}>
            {fact}
          </span>
        ))}
    </>
  );
}
