import { tableSchema, type Table } from '@jacquard/flow';
import { useMemo } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { goToField } from '../../inspector/go-to-field.ts';
import type { ControlProps } from '../control-props.ts';
import styles from '../field.module.css';
import { TableGrid } from './table-grid.tsx';

const empty: Table = { columns: ['A', 'B'], rows: [{ A: null, B: null }] };

/** A table by hand or from a spreadsheet: on the node its size, in the inspector its cells. */
export function TableField(props: ControlProps): React.ReactElement {
  const { id, labelledBy, describedBy, node, name, size, value, onChange } = props;
  const { t } = useTexts();
  const table = useMemo(() => tableSchema.safeParse(value).data ?? empty, [value]);
  if (size !== 'node') {
    return (
      <TableGrid
        id={id}
        labelledBy={labelledBy}
        describedBy={describedBy}
        isLarge={size === 'large'}
        table={table}
        onChange={onChange}
      />
    );
  }
  return (
    <button id={id} type="button" className={styles.preview} onClick={() => goToField(node, name)}>
      {t('fields.table-size', { columns: table.columns.join(' · '), count: table.rows.length })}
    </button>
  );
}
