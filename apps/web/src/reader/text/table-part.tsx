import { useTexts } from '../../i18n/i18n.ts';
import type { TextRange } from '../find-quotation.ts';
import styles from '../reader.module.css';
import { MarkedText } from './marked-text.tsx';
import type { BlockPart } from './windows-of.ts';

interface TablePartProps {
  readonly text: string;
  readonly part: BlockPart;
  readonly range: TextRange | undefined;
}

/** Between the cells of a row, in a document's text. */
const cellSeparator = ' | ';

/** Rows of a table, with their numbers as the file's own program shows them, under the header. */
export function TablePart({ text, part, range }: TablePartProps): React.ReactElement {
  const { t } = useTexts();
  const { block, rows: [from, to] = [0, 0] } = part;
  const { name, header = [], rows = [] } = block.table ?? {};
  const shown = rows.slice(from, to);
  const width = Math.max(header.length, ...shown.map(([start, end]) => cellsOf(text, start, end).length));
  return (
    <div className={styles.tableScroll} data-page={block.page}>
      <table className={styles.table}>
        {name !== undefined && <caption>{name}</caption>}
        <thead>
          <tr>
            <th scope="col" className={styles.rowNumber}>
              <span className={styles.hidden}>{t('sources.reader-row')}</span>
            </th>
            {Array.from({ length: width }, (_, index) => (
              // A column has no identity but its place.
              // oxlint-disable-next-line react/no-array-index-key
              <th key={index} scope="col">
                {header[index] ?? ''}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(([start, end, number]) => (
            <tr key={start}>
              <th scope="row" className={styles.rowNumber}>
                {number}
              </th>
              {filled(cellsOf(text, start, end), width).map((cell, index) => (
                // A cell has no identity but its place.
                // oxlint-disable-next-line react/no-array-index-key
                <td key={index}>
                  {cell && <MarkedText text={text} start={cell.start} end={cell.end} range={range} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A row without the empty cells at its end, with them. */
function filled(cells: readonly TextRange[], width: number): readonly (TextRange | undefined)[] {
  return Array.from({ length: width }, (_, index) => cells[index]);
}

function cellsOf(text: string, start: number, end: number): readonly TextRange[] {
  const cells: TextRange[] = [];
  let from = start;
  for (const cell of text.slice(start, end).split(cellSeparator)) {
    cells.push({ start: from, end: from + cell.length });
    from += cell.length + cellSeparator.length;
  }
  return cells;
}
