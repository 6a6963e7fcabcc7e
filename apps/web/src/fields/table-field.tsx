import { Button } from '@mantine/core';
import { tableSchema, type Cell, type Table } from '@jacquard/flow';
import { useTexts } from '../i18n/i18n.ts';
import { openRight } from '../state/panel-store.ts';
import { select } from '../state/editor-store.ts';
import type { ControlProps } from './control-props.ts';
import styles from './field.module.css';
import { readPastedTable } from './read-pasted-table.ts';

const empty: Table = { columns: ['A', 'B'], rows: [{ A: null, B: null }] };

/** A small table by hand; what is pasted from a spreadsheet takes its place. */
export function TableField(props: ControlProps): React.ReactElement {
  const { t } = useTexts();
  const table = tableSchema.safeParse(props.value).data ?? empty;
  if (props.size === 'full') return <TableGrid {...props} table={table} />;
  return (
    <button
      id={props.id}
      type="button"
      className={styles.preview}
      onClick={() => {
        select({ nodes: [props.node] });
        openRight('node');
      }}
    >
      {t('fields.table-size', { columns: table.columns.join(' · '), count: table.rows.length })}
    </button>
  );
}

interface TableGridProps extends ControlProps {
  readonly table: Table;
}

function TableGrid({ id, table, onChange }: TableGridProps): React.ReactElement {
  const { t } = useTexts();
  const { columns, rows } = table;
  const save = (next: Table): void => onChange(next);
  const paste = (event: React.ClipboardEvent): void => {
    const pasted = readPastedTable(event.clipboardData.getData('text/plain'));
    if (!pasted) return;
    event.preventDefault();
    save(pasted);
  };
  return (
    <div id={id} onPaste={paste}>
      <div className={styles.grid}>
        <table>
          <thead>
            <tr>
              {columns.map((column, index) => (
                // A column's name is being typed here: its place is its identity.
                // oxlint-disable-next-line react/no-array-index-key
                <th key={index}>
                  <input
                    className={styles.cell}
                    aria-label={t('fields.table-column', { number: index + 1 })}
                    value={column}
                    onChange={(event) => save(renameColumn(table, index, event.currentTarget.value))}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // A row has no identity but its place.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={index}>
                {columns.map((column) => (
                  <td key={column}>
                    <input
                      className={styles.cell}
                      aria-label={`${column} ${index + 1}`}
                      value={String(row[column] ?? '')}
                      onChange={(event) => save(setCell(table, index, column, event.currentTarget.value))}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <GridTools table={table} onChange={save} />
    </div>
  );
}

function GridTools({
  table,
  onChange,
}: {
  readonly table: Table;
  readonly onChange: (table: Table) => void;
}): React.ReactElement {
  const { t } = useTexts();
  const { columns, rows } = table;
  const tool = (label: string, next: Table, isDisabled = false): React.ReactElement => (
    <Button key={label} variant="default" size="compact-xs" h={28} disabled={isDisabled} onClick={() => onChange(next)}>
      {label}
    </Button>
  );
  const blank = Object.fromEntries(columns.map((column) => [column, null]));
  return (
    <div className={styles.gridTools}>
      {tool(t('fields.table-add-row'), { columns, rows: [...rows, blank] })}
      {tool(t('fields.table-drop-row'), { columns, rows: rows.slice(0, -1) }, rows.length === 0)}
      {tool(t('fields.table-add-column'), { columns: [...columns, freeColumn(columns)], rows })}
      {tool(t('fields.table-drop-column'), { columns: columns.slice(0, -1), rows }, columns.length < 2)}
    </div>
  );
}

function freeColumn(columns: readonly string[]): string {
  let number = columns.length + 1;
  while (columns.includes(`C${number}`)) number += 1;
  return `C${number}`;
}

function renameColumn({ columns, rows }: Table, index: number, name: string): Table {
  const old = columns[index] ?? '';
  if (columns.includes(name)) return { columns, rows };
  return {
    columns: columns.map((column, at) => (at === index ? name : column)),
    rows: rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, cell]) => [key === old ? name : key, cell])),
    ),
  };
}

function setCell({ columns, rows }: Table, index: number, column: string, text: string): Table {
  const cell: Cell = text === '' ? null : text;
  return { columns, rows: rows.map((row, at) => (at === index ? { ...row, [column]: cell } : row)) };
}
