import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { useAnswers } from '../guide-store.ts';
import styles from '../guides.module.css';
import { readCategories } from './read-pairs.ts';
import { readTickets, type Tickets } from './read-tickets.ts';
import { TextOrFile } from './text-or-file.tsx';

/** Rows that are shown before anything is built. */
const shown = 3;

/** The tickets, and which column of theirs is the text. */
export function SortHave(): React.ReactElement {
  const { t } = useTexts();
  const [{ text, column, categories }, change] = useAnswers('sort-my-tickets');
  const tickets = useMemo(() => readTickets(text, t('guides.column-text')), [text, t]);
  const sample = t('guides.sort-sample-csv');
  const take = (taken: string): void => {
    const isFresh = taken === sample && categories.every(({ name, words }) => name === '' && words === '');
    const sampleCategories = readCategories(t('guides.sort-sample-categories'));
    change({ text: taken, column: undefined, ...(isFresh && { categories: sampleCategories }) });
  };
  return (
    <>
      <TextOrFile
        label={t('guides.sort-tickets')}
        value={text}
        rows={7}
        sample={sample}
        sampleText={t('guides.sort-sample')}
        onText={take}
      />
      {tickets && 'openQuote' in tickets && (
        <p className={styles.problem} role="alert">
          {t('guides.sort-quote', { row: tickets.openQuote })}
        </p>
      )}
      {tickets && !('openQuote' in tickets) && (
        <Preview tickets={tickets} column={column} onColumn={(chosen) => change({ column: chosen })} />
      )}
    </>
  );
}

interface PreviewProps {
  readonly tickets: Tickets;
  readonly column: string | undefined;
  readonly onColumn: (column: string) => void;
}

function Preview({ tickets: { columns, rows, textColumn }, column, onColumn }: PreviewProps): React.ReactElement {
  const { t } = useTexts();
  const chosen = column !== undefined && columns.includes(column) ? column : textColumn;
  const at = columns.indexOf(chosen);
  return (
    <section className={styles.preview} aria-label={t('guides.sort-preview')}>
      {columns.length > 1 && (
        <Select
          label={t('guides.sort-column')}
          data={[...columns]}
          value={chosen}
          onChange={(name) => name !== null && onColumn(name)}
        />
      )}
      <p className={styles.quiet}>{t('guides.sort-rows-found', { count: rows.length })}</p>
      <ul className={styles.samples}>
        {rows.slice(0, shown).map((row, index) => (
          <li key={index}>{(row[at] ?? '').slice(0, 200)}</li>
        ))}
      </ul>
    </section>
  );
}
