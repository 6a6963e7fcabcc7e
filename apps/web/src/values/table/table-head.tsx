import { VisuallyHidden } from '@mantine/core';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTexts } from '../../i18n/i18n.ts';
import type { Order } from './arrange-rows.ts';
import { boundWidth } from './column-widths.ts';
import styles from './data-table.module.css';

interface TableHeadProps {
  readonly columns: readonly string[];
  readonly widths: readonly number[];
  readonly numbers: ReadonlySet<string>;
  readonly order: Order | undefined;
  readonly onOrder: (column: string) => void;
  /** A column's width was drawn, in pixels. */
  readonly onWidth: (column: number, width: number) => void;
}

/** Pixels by which a key changes a width. */
const keyStep = 24;

/** The heads of a table: a click orders, the right edge draws the width; with the keyboard, Alt and an arrow. */
export function TableHead({ columns, widths, numbers, order, onOrder, onWidth }: TableHeadProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} style={{ display: 'flex' }}>
        <span role="columnheader" className={styles.number}>
          <VisuallyHidden>{t('faces.row-number')}</VisuallyHidden>
        </span>
        {columns.map((column, at) => {
          const width = widths[at] ?? 120;
          const isOrdered = order?.column === column;
          return (
            <div
              key={column}
              role="columnheader"
              className={styles.column}
              style={{ width }}
              aria-sort={isOrdered ? (order.isDown ? 'descending' : 'ascending') : 'none'}
            >
              <button
                type="button"
                className={styles.sort}
                data-number={numbers.has(column)}
                title={t('faces.column-keys', { column })}
                aria-label={t('faces.column-order', { column })}
                onClick={() => onOrder(column)}
                onKeyDown={(event) => {
                  const by = { ArrowLeft: -keyStep, ArrowRight: keyStep }[event.key];
                  if (!event.altKey || by === undefined) return;
                  event.preventDefault();
                  onWidth(at, boundWidth(width + by));
                }}
              >
                <span>{column}</span>
                {isOrdered && (order.isDown ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
              </button>
              <span
                className={styles.edge}
                aria-hidden
                onPointerDown={(event) => drawWidth(event, width, (next) => onWidth(at, next))}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function drawWidth(event: React.PointerEvent<HTMLElement>, width: number, onWidth: (width: number) => void): void {
  const edge = event.currentTarget;
  const from = event.clientX;
  edge.setPointerCapture(event.pointerId);
  const move = ({ clientX }: PointerEvent): void => onWidth(boundWidth(width + clientX - from));
  const end = (): void => {
    edge.removeEventListener('pointermove', move);
    edge.removeEventListener('pointerup', end);
    edge.removeEventListener('pointercancel', end);
  };
  edge.addEventListener('pointermove', move);
  edge.addEventListener('pointerup', end);
  edge.addEventListener('pointercancel', end);
}
