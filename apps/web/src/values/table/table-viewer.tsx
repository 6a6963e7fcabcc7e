import type { JsonValue } from '@jacquard/flow';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { chartColumns } from '../chart/chart-columns.ts';
import { ValueChart } from '../chart/value-chart.tsx';
import { CopyButton } from '../copy-button.tsx';
import type { Download } from '../download/download-menu.tsx';
import { toCsv } from '../download/to-csv.ts';
import { FindField } from '../find-field.tsx';
import { formatCount } from '../format-duration.ts';
import { JsonBody } from '../json/json-viewer.tsx';
import { ValueBar } from '../value-bar.tsx';
import barStyles from '../value-bar.module.css';
import styles from '../value-view.module.css';
import { arrangeRows, nextOrder, type Order } from './arrange-rows.ts';
import { DataTable } from './data-table.tsx';
import tableStyles from './data-table.module.css';
import { cellText, type TableData } from './table-data.ts';

type TableForm = 'table' | 'chart' | 'json';

interface TableViewerProps {
  readonly table: TableData;
  /** The list that reads as this table, where it is one. */
  readonly json?: JsonValue | undefined;
}

/** A table in full, or a chart of its numbers; a list can be looked at as the JSON that it is. */
export function TableViewer({ table, json }: TableViewerProps): React.ReactElement {
  const { t, language } = useTexts();
  const columns = useMemo(() => chartColumns(table), [table]);
  const isPlainList = json !== undefined && table.columns.length === 1 && columns.numbers.length === 1;
  const [form, setForm] = useState<TableForm>(isPlainList ? 'chart' : 'table');
  const [order, setOrder] = useState<Order>();
  const [searched, setSearched] = useState('');
  const [openRow, setOpenRow] = useState<number>();
  const asked = useDeferredValue(searched);
  const places = useMemo(() => arrangeRows(table, order, asked, language), [table, order, asked, language]);
  const numbers = useMemo(() => new Set(columns.numbers), [columns]);
  const shown = (): TableData => ({ ...table, rows: places.map((place) => table.rows[place] ?? {}) });
  return (
    <div className={styles.viewer}>
      <ValueBar
        forms={[
          { value: 'table', label: t('faces.table') },
          ...(columns.numbers.length > 0 ? [{ value: 'chart' as const, label: t('faces.chart') }] : []),
          ...(json === undefined ? [] : [{ value: 'json' as const, label: 'JSON' }]),
        ]}
        formsLabel={t('faces.form')}
        form={form}
        onForm={setForm}
        copied={() => tabbed(shown())}
        downloads={downloadsOf(shown, json)}
      >
        {form === 'table' && <FindField value={searched} onChange={setSearched} found={places.length} />}
        <span className={`${barStyles.facts} tabular`}>
          {t('faces.rows', { count: table.rows.length, shown: formatCount(table.rows.length, language) })} ·{' '}
          {t('faces.columns', { count: table.columns.length })}
        </span>
      </ValueBar>
      {form === 'table' && (
        <DataTable
          table={table}
          places={places}
          numbers={numbers}
          order={order}
          onOrder={(column) => setOrder((before) => nextOrder(before, column))}
          searched={asked}
          openRow={openRow}
          onOpenRow={(place) => setOpenRow((before) => (before === place ? undefined : place))}
        />
      )}
      {form === 'table' && openRow !== undefined && <OneRow table={table} place={openRow} />}
      {form === 'chart' && <ValueChart table={table} columns={columns} />}
      {form === 'json' && json !== undefined && <JsonBody value={json} />}
    </div>
  );
}

/** A row with all of its cells in full. */
function OneRow({ table, place }: { readonly table: TableData; readonly place: number }): React.ReactElement {
  const { t } = useTexts();
  const row = table.rows[place] ?? {};
  return (
    <section className={tableStyles.one} aria-label={t('faces.row-open', { number: place + 1 })}>
      <dl>
        {table.columns.map((column) => (
          <div key={column} style={{ display: 'contents' }}>
            <dt>{column}</dt>
            <dd>{cellText(row[column])}</dd>
          </div>
        ))}
      </dl>
      <CopyButton text={() => JSON.stringify(row, null, 2)} />
    </section>
  );
}

/** As spreadsheets take a paste: cells between tabs. */
function tabbed({ columns, rows }: TableData): string {
  const line = (cells: readonly string[]): string => cells.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t');
  return [line(columns), ...rows.map((row) => line(columns.map((column) => cellText(row[column]))))].join('\n');
}

function downloadsOf(shown: () => TableData, json: JsonValue | undefined): readonly Download[] {
  return [
    { extension: 'csv', text: () => toCsv(shown()) },
    { extension: 'json', text: () => JSON.stringify(json ?? shown().rows, null, 2) },
  ];
}
