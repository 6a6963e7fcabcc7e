import { useMemo } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { chartColumns, chartPoints } from '../chart/chart-columns.ts';
import { SparkLine } from '../chart/spark-line.tsx';
import { formatCount } from '../format-duration.ts';
import styles from './short-table.module.css';
import { cellText, type TableData } from './table-data.ts';

interface ShortTableProps {
  readonly table: TableData;
  /** Of a table that isn't all here: how large it is, in words. */
  readonly size?: string;
}

const [mostColumns, mostPoints] = [3, 60];

/** A table on a node: how it begins and how its numbers go; or, of numbers alone, how they go. */
export function ShortTable({ table, size }: ShortTableProps): React.ReactElement {
  const { t, language } = useTexts();
  const chart = useMemo(() => chartColumns(table), [table]);
  const [column] = size === undefined ? chart.numbers : [];
  const points = useMemo(
    () => (column === undefined ? [] : chartPoints(table, column, undefined, mostPoints)),
    [table, column],
  );
  const count = table.rows.length;
  const isNumbers = column !== undefined && table.columns.length === 1;
  const facts = [
    size ?? t('faces.rows', { count, shown: formatCount(count, language) }),
    size === undefined && table.columns.length > 1 ? t('faces.columns', { count: table.columns.length }) : undefined,
  ];
  return (
    <span className={styles.short}>
      {!isNumbers && <FirstRows table={table} rows={column === undefined ? 2 : 1} />}
      {column !== undefined && points.length > 1 && <SparkLine points={points} label={column} />}
      <span className={styles.facts}>{facts.filter((fact) => fact !== undefined).join(' · ')}</span>
    </span>
  );
}

function FirstRows({ table, rows }: { readonly table: TableData; readonly rows: number }): React.ReactElement {
  const { language } = useTexts();
  const columns = table.columns.slice(0, mostColumns);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" data-number={typeof table.rows[0]?.[column] === 'number'}>
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
            {columns.map((column) => {
              const cell = row[column];
              const isNumber = typeof cell === 'number';
              return (
                <td key={column} data-number={isNumber}>
                  {isNumber ? cell.toLocaleString(language, { maximumFractionDigits: 6 }) : cellText(cell).slice(0, 60)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
