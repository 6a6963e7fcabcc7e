import { SegmentedControl, Select, type ComboboxData } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { loadPart } from '../load-part.ts';
import type { TableData } from '../table/table-data.ts';
import { chartPoints, type ChartColumns } from './chart-columns.ts';
import styles from './chart.module.css';
import type { ChartShape } from './full-chart.tsx';

const FullChart = lazy(() => loadPart(() => import('./full-chart.tsx')));

interface ValueChartProps {
  readonly table: TableData;
  readonly columns: ChartColumns;
}

/** A chart of one column of numbers: which one, what names its places, bars or a line. */
export function ValueChart({ table, columns }: ValueChartProps): React.ReactElement {
  const { t } = useTexts();
  const [column, setColumn] = useState(columns.numbers[0] ?? '');
  const [names, setNames] = useState(columns.names[0]);
  const [shape, setShape] = useState<ChartShape>(table.rows.length > 40 ? 'line' : 'bars');
  const points = useMemo(() => chartPoints(table, column, names), [table, column, names]);
  return (
    <div className={styles.chart}>
      <div className={styles.choices}>
        {columns.numbers.length > 1 && (
          <Choice
            label={t('faces.chart-column')}
            data={[...columns.numbers]}
            value={column}
            onChange={(chosen) => chosen !== null && setColumn(chosen)}
          />
        )}
        {columns.names.length > 0 && (
          <Choice
            label={t('faces.chart-names')}
            data={[
              { value: '', label: t('faces.row-number') },
              ...columns.names.map((name) => ({ value: name, label: name })),
            ]}
            value={names ?? ''}
            onChange={(chosen) => setNames(chosen === null || chosen === '' ? undefined : chosen)}
          />
        )}
        <SegmentedControl
          size="xs"
          aria-label={t('faces.chart-shape')}
          value={shape}
          onChange={(chosen) => setShape(chosen === 'line' ? 'line' : 'bars')}
          data={[
            { value: 'bars', label: t('faces.chart-bars') },
            { value: 'line', label: t('faces.chart-line') },
          ]}
        />
      </div>
      <div className={styles.plot} role="figure" aria-label={t('faces.chart-of', { column })}>
        <Suspense fallback={<p className={styles.loading}>{t('shell.loading')}</p>}>
          <FullChart points={points} column={column} shape={shape} />
        </Suspense>
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly data: ComboboxData;
  readonly value: string;
  readonly onChange: (chosen: string | null) => void;
}

/** A choice with its label beside it: there is little height. */
function Choice({ label, data, value, onChange }: ChoiceProps): React.ReactElement {
  return (
    <div className={styles.choice}>
      <span aria-hidden>{label}</span>
      <Select size="xs" w={150} aria-label={label} data={data} value={value} onChange={onChange} />
    </div>
  );
}
