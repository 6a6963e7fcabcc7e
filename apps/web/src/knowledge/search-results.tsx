import type { Passage } from '@jacquard/flow';
import { useTexts } from '../i18n/i18n.ts';
import { MatchLabel } from '../values/match-label.tsx';
import styles from './documents.module.css';
import { openPassage } from './open-passage.ts';
import { PassageText } from './passage-text.tsx';
import { SearchedLine } from './searched-line.tsx';
import type { SearchAnswer } from './try-search.tsx';

interface SearchResultsProps {
  readonly base: string;
  readonly answer: SearchAnswer;
}

/** The passages that were found, best first, and what was searched. */
export function SearchResults({ base, answer: { passages, report } }: SearchResultsProps): React.ReactElement {
  const { t } = useTexts();
  const terms = report.terms.map(({ word }) => word);
  return (
    <div className={styles.found}>
      <SearchedLine report={report} />
      {passages.length === 0 ? (
        <p className={styles.empty} role="status">
          {t('knowledge.nothing-found')}
        </p>
      ) : (
        <ol className={styles.results} aria-label={t('knowledge.results')}>
          {passages.map((passage) => (
            <Result
              key={`${passage.metadata.source} ${passage.metadata.position}`}
              base={base}
              passage={passage}
              terms={terms}
            />
          ))}
        </ol>
      )}
    </div>
  );
}

interface ResultProps {
  readonly base: string;
  readonly passage: Passage;
  readonly terms: readonly string[];
}

function Result({ base, passage, terms }: ResultProps): React.ReactElement {
  const { t } = useTexts();
  const { source, page, headings, match, table } = passage.metadata;
  return (
    <li className={styles.result}>
      <div className={styles.passageHead}>
        {match && <span className={`${styles.rank} tabular`}>{match.rank}</span>}
        <button type="button" className={styles.resultSource} onClick={() => openPassage(base, passage)}>
          {source}
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
