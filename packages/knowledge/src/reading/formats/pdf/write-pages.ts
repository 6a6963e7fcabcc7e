import type { ReadParts } from '../../format-reader.ts';
import { createDocumentText, type DocumentText } from '../../create-document-text.ts';
import type { ReadLimits } from '../../read-limits.ts';
import { arrangePage, type PagePart } from './arrange-page.ts';
import { measureStyle, type DocumentStyle } from './document-style.ts';
import { collectCompounds } from './join-lines.ts';
import type { FoundTable, PageText } from './page-layout.ts';
import { findRunningLines, type RunningLines } from './running-lines.ts';

/** Writes the text of all pages: running heads left out, columns in order, headings by the document's own style. */
export function writePages(
  pages: readonly PageText[],
  limits: ReadLimits,
): Pick<ReadParts, 'text' | 'blocks'> & { readonly firstHeading: string | undefined } {
  const running = findRunningLines(pages);
  const known = new Set<string>();
  for (const { text } of pages.flatMap(({ areas }) => areas.flat())) collectCompounds(text, known);
  const arranged = pages.map((page) => arrangeWithEdges(page, running, known));
  const style = measureStyle(arranged.flat().flatMap((part) => ('paragraph' in part ? [part.paragraph] : [])));
  const document = createDocumentText(limits);
  const writer = createPartWriter(document, style);
  for (const [index, page] of pages.entries()) {
    document.setPage(page.number);
    document.setScanned(page.confidence);
    writer.writeParts(arranged[index] ?? []);
  }
  return { ...document.finish(), firstHeading: writer.firstHeading() };
}

/** Running lines that stay stand before and after the page's text, wherever its columns end. */
function arrangeWithEdges(page: PageText, running: RunningLines, known: ReadonlySet<string>): PagePart[] {
  const kept = page.areas.flat().filter((segment) => running.kept.has(segment));
  const own = page.areas.map((area) => area.filter((segment) => !running.all.has(segment)));
  const [top, bottom] = [true, false].map((isTop) =>
    arrangePage([kept.filter(({ baseline }) => baseline < page.height / 2 === isTop)], known),
  );
  return [...(top ?? []), ...arrangePage(own, known), ...(bottom ?? [])];
}

interface PartWriter {
  writeParts(parts: readonly PagePart[]): void;
  firstHeading(): string | undefined;
}

function createPartWriter(document: DocumentText, style: DocumentStyle): PartWriter {
  let highest: { readonly text: string; readonly level: number } | undefined;
  let openTable: OpenTable | undefined;
  const writeParagraph = (
    { paragraph }: Extract<PagePart, { paragraph: unknown }>,
    next: PagePart | undefined,
  ): void => {
    const after = next && 'paragraph' in next ? next.paragraph : undefined;
    const level = style.headingLevel(paragraph, after);
    if (level !== undefined) {
      if (!highest || level < highest.level) highest = { text: paragraph.text, level };
      document.addHeading(paragraph.text, level);
    } else if (paragraph.kind === 'code') document.addCode(paragraph.text);
    else if (paragraph.kind === 'list-item') document.addListItem(paragraph.text);
    else document.addParagraph(paragraph.text);
  };
  return {
    writeParts(parts) {
      for (const [index, part] of parts.entries()) {
        if ('table' in part) openTable = writeTable(document, part.table, index === 0 ? openTable : undefined);
        else {
          openTable = undefined;
          writeParagraph(part, parts[index + 1]);
        }
      }
    },
    firstHeading: () => highest?.text,
  };
}

/** The last table, while nothing has come after it: the next page may go on with it. */
interface OpenTable {
  readonly lefts: readonly number[];
  readonly header: readonly string[];
  readonly rows: number;
}

function writeTable(document: DocumentText, table: FoundTable, before: OpenTable | undefined): OpenTable {
  const goesOn = before !== undefined && haveSameColumns(before.lefts, table.lefts);
  const own = table.hasHeader ? (table.cells[0] ?? []) : [];
  const rows = table.hasHeader ? table.cells.slice(1) : table.cells;
  const header = goesOn && !table.hasHeader ? before.header : own;
  const done = goesOn ? before.rows : 0;
  document.addTable({ header, rows: rows.map((cells, index) => ({ cells, number: done + index + 1 })) });
  return { lefts: table.lefts, header, rows: done + rows.length };
}

function haveSameColumns(first: readonly number[], second: readonly number[]): boolean {
  return first.length === second.length && first.every((left, index) => Math.abs(left - (second[index] ?? 0)) < 6);
}
