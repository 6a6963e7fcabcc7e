import type { Passage } from '@jacquard/flow';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import { MatchLabel } from '../values/match-label.tsx';
import { pathInBase } from './base-folder.ts';
import styles from './documents.module.css';
import pageStyles from './knowledge.module.css';
import { openPassage } from './open-passage.ts';
import { PassageText } from './passage-text.tsx';
import { SearchedLine } from './searched-line.tsx';
import type { SearchAnswer } from './try-search.tsx';

/** How many results are drawn at first: the documents stand below. */
const shownFirst = 3;

interface SearchResultsProps {
  readonly base: string;
  /** The patterns that the base takes in. */
  readonly sources: readonly string[];
  readonly answer: SearchAnswer;
}

/** The passages that were found, best first, and what was searched. */
export function SearchResults({ base, sources, answer: { passages, report } }: SearchResultsProps): React.ReactElement {
  const { t } = useTexts();
  const [isWhole, setWhole] = useState(false);
  const hidden = isWhole ? 0 : passages.length - shownFirst;
  const terms = report.terms.map(({ word }) => word);
  return (
    <div className={styles.found}>
      <SearchedLine report={report} />
      {passages.length === 0 ? (
        <p className={pageStyles.empty} role="status">
          {t('knowledge.nothing-found')}
        </p>
      ) : (
        <ol className={styles.results} aria-label={t('knowledge.results')}>
          {passages.slice(0, isWhole ? undefined : shownFirst).map((passage) => (
            <Result
              key={`${passage.metadata.source} ${passage.metadata.position}`}
              base={base}
              sources={sources}
              passage={passage}
              terms={terms}
            />
          ))}
        </ol>
      )}
      {hidden > 0 && (
        <div>
          <Button variant="default" onClick={() => setWhole(true)}>
            {t('knowledge.show-more', { count: hidden })}
          </Button>
        </div>
      )}
    </div>
  );
}

interface ResultProps {
  readonly base: string;
  readonly sources: readonly string[];
  readonly passage: Passage;
  readonly terms: readonly string[];
}

function Result({ base, sources, passage, terms }: ResultProps): React.ReactElement {
  const { t } = useTexts();
  const { source, page, headings, match, table } = passage.metadata;
  return (
    <li className={styles.result}>
      <div className={styles.passageHead}>
        {match && <span className={`${styles.rank} tabular`}>{match.rank}</span>}
        <button type="button" className={styles.resultSource} onClick={() => openPassage(base, passage)}>
          {pathInBase(source, sources)}
          {page !== undefined && <span className={styles.resultPage}>, {t('sources.page', { page })}</span>}
          {page === undefined && table?.name !== undefined && <span className={styles.resultPage}>, {table.name}</span>}
        </button>
        <span className={styles.space} />
        {match && <MatchLabel match={match} />}
      </div>
      {headings.length > 0 && <p className={styles.headings}>{headings.join(' › ')}</p>}
      <PassageText passage={passage} terms={terms} />
    </li>
  );
}
