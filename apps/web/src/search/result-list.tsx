import type { SearchGroup, SearchResult } from '@jacquard/canvas';
import { useEffect, useRef } from 'react';
import { useTexts } from '../i18n/i18n.ts';
import styles from './flow-search.module.css';

interface ResultListProps {
  readonly id: string;
  readonly groups: readonly SearchGroup[];
  /** The place among all results; -1 for none. */
  readonly active: number;
  readonly onGo: (index: number) => void;
}

/** What was found, by sort; one of them is active while the focus stays in the field. */
export function ResultList({ id, groups, active, onGo }: ResultListProps): React.ReactElement {
  const { t } = useTexts();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const starts = groups.map((_group, at) => groups.slice(0, at).reduce((sum, { results }) => sum + results.length, 0));
  return (
    <div ref={list} id={`${id}-list`} className={styles.list} role="listbox" aria-label={t('editing.search-results')}>
      {groups.map(({ of, count, results }, at) => (
        <div key={of} role="group" aria-labelledby={`${id}-${of}`}>
          <div id={`${id}-${of}`} className={styles.group}>
            {t(`editing.search-${of}`)} <span className={styles.count}>{count}</span>
          </div>
          {results.map((result, index) => {
            const place = (starts[at] ?? 0) + index;
            return (
              <ResultLine
                key={JSON.stringify(result.entry.place)}
                id={`${id}-${place}`}
                result={result}
                index={place}
                isActive={place === active}
                onGo={() => onGo(place)}
              />
            );
          })}
          {count > results.length && (
            <div className={styles.more}>{t('editing.search-more', { count: count - results.length })}</div>
          )}
        </div>
      ))}
    </div>
  );
}

interface ResultLineProps {
  readonly id: string;
  readonly result: SearchResult;
  readonly index: number;
  readonly isActive: boolean;
  readonly onGo: () => void;
}

function ResultLine({ id, result: { entry, excerpt }, index, isActive, onGo }: ResultLineProps): React.ReactElement {
  return (
    // The field has the keys; the mouse alone comes here.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      className={styles.result}
      role="option"
      aria-selected={isActive}
      data-index={index}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onGo}
    >
      <span className={styles.title}>{entry.title}</span>
      <span className={styles.excerpt} dir="auto">
        {excerpt.map(({ text, isMatch }, at) => {
          const key = `${at} ${text}`;
          return isMatch ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
        })}
      </span>
    </div>
  );
}
