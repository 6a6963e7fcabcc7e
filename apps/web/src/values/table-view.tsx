import type { Cell, Table } from '@jacquard/flow';
import { useTexts } from '../i18n/i18n.ts';
import { formatCount } from './format-duration.ts';
import styles from './value-view.module.css';

interface TableViewProps {
  readonly table: Table;
  /** How many rows are drawn. */
  readonly rows: number;
}

/** A table, as far as it is drawn, and how many rows there are. */
export function TableView({ table, rows }: TableViewProps): React.ReactElement {
  const { t, language } = useTexts();
  const hidden = table.rows.length - rows;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, rows).map((row, index) => (
            // A row has no identity but its place.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              {table.columns.map((column) => (
                <CellView key={column} cell={row[column] ?? null} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        <p className={styles.more}>{t('panels.more-rows', { count: hidden, shown: formatCount(hidden, language) })}</p>
      )}
    </div>
  );
}

function CellView({ cell }: { readonly cell: Cell }): React.ReactElement {
  if (cell === null) return <td data-empty>–</td>;
  if (typeof cell === 'number') return <td data-number>{cell}</td>;
  return <td title={String(cell)}>{String(cell)}</td>;
}
