import type { Passage } from '@jacquard/flow';
import styles from './documents.module.css';
import { markTerms } from './mark-terms.ts';

interface PassageTextProps {
  readonly passage: Passage;
  /** Words that were asked, to be marked. */
  readonly terms?: readonly string[];
}

/** A passage as it is read: its lines, or the rows of its table under their header. */
export function PassageText({ passage, terms = [] }: PassageTextProps): React.ReactElement {
  const { pageContent, metadata } = passage;
  if (metadata.table) return <PassageTable passage={passage} terms={terms} />;
  return (
    <p className={styles.text}>
      <Marked text={withoutHeadings(pageContent, metadata.headings)} terms={terms} />
    </p>
  );
}

/** A passage that begins with its headings shows them above itself: they aren't said twice. */
function withoutHeadings(text: string, headings: readonly string[]): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '' && !headings.includes(line.trim()));
  return first < 0 ? text : lines.slice(first).join('\n');
}

/** A table's passage ends with its rows as they stand in the document; before them stand headings, name and header. */
function PassageTable({ passage: { pageContent, metadata }, terms = [] }: PassageTextProps): React.ReactElement {
  const header = metadata.table?.header ?? [];
  const rowsAt = Math.max(0, pageContent.length - (metadata.end - metadata.start));
  const lead = pageContent.slice(0, rowsAt).trimEnd().split('\n');
  const above = header.length > 0 ? lead.slice(0, -1) : lead;
  return (
    <div className={styles.scroll}>
      {above.join('') !== '' && <p className={styles.above}>{above.join(' · ')}</p>}
      <table className={styles.cells}>
        {header.length > 0 && (
          <thead>
            <TableRow cells={header} terms={terms} isHead />
          </thead>
        )}
        <tbody>
          {pageContent
            .slice(rowsAt)
            .split('\n')
            .map((line, row) => (
              // A row has no identity but its place.
              // oxlint-disable-next-line react/no-array-index-key
              <TableRow key={row} cells={filled(line.split(' | '), header.length)} terms={terms} />
            ))}
        </tbody>
      </table>
    </div>
  );
}

/** A row without the empty cells at its end, with them. */
function filled(cells: readonly string[], width: number): readonly string[] {
  return [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')];
}

interface TableRowProps {
  readonly cells: readonly string[];
  readonly terms: readonly string[];
  readonly isHead?: boolean;
}

function TableRow({ cells, terms, isHead = false }: TableRowProps): React.ReactElement {
  const Cell = isHead ? 'th' : 'td';
  return (
    <tr>
      {cells.map((cell, index) => (
        <Cell key={`${index} ${cell}`} {...(isHead && { scope: 'col' })}>
          <Marked text={cell} terms={terms} />
        </Cell>
      ))}
    </tr>
  );
}

function Marked({ text, terms }: { readonly text: string; readonly terms: readonly string[] }): React.ReactElement {
  if (terms.length === 0) return <>{text}</>;
  return (
    <>
      {markTerms(text, terms).map(({ text: piece, isMarked }, index) =>
        // A piece has no identity but its place.
        // oxlint-disable-next-line react/no-array-index-key
        isMarked ? <mark key={index}>{piece}</mark> : piece,
      )}
    </>
  );
}
