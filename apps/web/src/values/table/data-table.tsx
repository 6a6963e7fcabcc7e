import { memo, useRef, useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import type { Order } from './arrange-rows.ts';
import { columnWidths } from './column-widths.ts';
import { formatFigure } from '../format-figure.ts';
import styles from './data-table.module.css';
import { MarkedCell } from './marked-cell.tsx';
import { cellText, type TableData } from './table-data.ts';
import { TableHead } from './table-head.tsx';
import { useTableWindow } from './use-table-window.ts';

interface DataTableProps {
  readonly table: TableData;
  /** Places of the rows that are shown, in order. */
  readonly places: readonly number[];
  readonly numbers: ReadonlySet<string>;
  readonly order: Order | undefined;
  readonly onOrder: (column: string) => void;
  readonly searched: string;
  /** The row that is shown in full below. */
  readonly openRow: number | undefined;
  readonly onOpenRow: (place: number) => void;
}

/** Rows under heads that order them and whose widths can be drawn; only the rows in sight are there. */
export function DataTable(props: DataTableProps): React.ReactElement {
  const { table, places, numbers, order, onOrder, searched, openRow, onOpenRow } = props;
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const [widths, setWidths] = useState<readonly number[]>(() => columnWidths(table));
  const { rows, columns, from, to, before } = useTableWindow(box, places.length, widths);
  return (
    // A box that scrolls is reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={box} className={styles.box} tabIndex={0} role="region" aria-label={t('faces.table')}>
      <div
        role="table"
        aria-label={t('faces.table')}
        aria-rowcount={table.rows.length + 1}
        aria-colcount={table.columns.length + 1}
      >
        <TableHead
          columns={table.columns}
          widths={widths}
          numbers={numbers}
          order={order}
          onOrder={onOrder}
          onWidth={(column, width) => setWidths((before) => before.with(column, width))}
        />
        <div
          className={styles.rows}
          role="rowgroup"
          style={{ height: rows.getTotalSize(), width: columns.getTotalSize() }}
        >
          {rows.getVirtualItems().map(({ index, start }) => {
            const place = places[index] ?? 0;
            return (
              <Row
                key={place}
                table={table}
                place={place}
                index={index}
                top={start}
                widths={widths}
                from={from}
                to={to}
                before={before}
                numbers={numbers}
                searched={searched}
                isOpen={openRow === place}
                onOpen={onOpenRow}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface RowProps extends Pick<DataTableProps, 'table' | 'numbers' | 'searched'> {
  readonly place: number;
  readonly index: number;
  /** Pixels from the first row. */
  readonly top: number;
  readonly widths: readonly number[];
  /** The first and the last column that are drawn, and the pixels of those before. */
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly isOpen: boolean;
  readonly onOpen: (place: number) => void;
}

const Row = memo(function Row(props: RowProps): React.ReactElement {
  const { table, place, index, top, widths, from, to, before, numbers, searched, isOpen, onOpen } = props;
  const { t, language } = useTexts();
  const row = table.rows[place];
  return (
    <div
      className={styles.row}
      role="row"
      aria-rowindex={index + 2}
      data-open={isOpen}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="rowheader">
        <button
          type="button"
          className={styles.number}
          style={{ height: '100%' }}
          aria-expanded={isOpen}
          aria-label={t('faces.row-open', { number: place + 1 })}
          onClick={() => onOpen(place)}
        >
          {(place + 1).toLocaleString(language)}
        </button>
      </span>
      <span style={{ flex: 'none', width: before }} />
      {table.columns.slice(from, to + 1).map((column, offset) => {
        const at = from + offset;
        const cell = row?.[column] ?? null;
        const text = (typeof cell === 'number' ? formatFigure(cell, language) : cellText(cell)).slice(0, 400);
        return (
          <span
            key={column}
            className={styles.cell}
            role="cell"
            aria-colindex={at + 2}
            style={{ width: widths[at] }}
            data-number={numbers.has(column)}
            data-empty={cell === null}
            title={text}
          >
            {cell === null ? '–' : <MarkedCell text={text} searched={searched} />}
          </span>
        );
      })}
    </div>
  );
});
