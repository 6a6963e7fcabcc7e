import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, type RefObject } from 'react';

/** Pixels: a row's height, and the width of the column that numbers them. */
const [rowHeight, numberWidth] = [29, 52];

/** What of a table is in sight. */
export interface TableWindow {
  readonly rows: Virtualizer<HTMLDivElement, Element>;
  readonly columns: Virtualizer<HTMLDivElement, Element>;
  /** The first and the last column that are drawn. */
  readonly from: number;
  readonly to: number;
  /** Pixels of the columns before. */
  readonly before: number;
}

/** Which rows and columns of a table a box shows, with a few around them; widths in pixels. */
export function useTableWindow(
  box: RefObject<HTMLDivElement | null>,
  count: number,
  widths: readonly number[],
): TableWindow {
  const rows = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    useFlushSync: false,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: widths.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => widths[index] ?? 0,
    paddingStart: numberWidth,
    overscan: 2,
    useFlushSync: false,
  });
  useEffect(() => columns.measure(), [columns, widths]);
  const inSight = columns.getVirtualItems();
  const [first, last] = [inSight.at(0), inSight.at(-1)];
  return {
    rows,
    columns,
    from: first?.index ?? 0,
    to: last?.index ?? -1,
    before: (first?.start ?? numberWidth) - numberWidth,
  };
}
