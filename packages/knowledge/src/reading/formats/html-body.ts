import type { DocumentText } from '../create-document-text.ts';
import { layOutTable, type GridRow } from './office-table.ts';
import { childrenOf, descendantsOf, textOf, type XmlElement } from './office-xml.ts';
import { collapse, isBlock, isUnseen, seenText } from './html-tree.ts';

/** Writes what a page shows: headings, paragraphs, list items, tables, code, in the order of the source. */
export function writeHtml(root: XmlElement, text: DocumentText): void {
  let line: string[] = [];
  let isItem = false;
  const flush = (): void => {
    const said = line.join('');
    line = [];
    if (isItem) text.addListItem(said);
    else text.addParagraph(said);
    if (said.trim() !== '') isItem = false;
  };

  const visit = (element: XmlElement): void => {
    const { name } = element;
    if (isUnseen(element)) return;
    if (!isBlock(name) && !hasBlock(element)) {
      line.push(seenText(element));
      return;
    }
    flush();
    if (name === 'li') isItem = true;
    if (/^h[1-6]$/.test(name)) text.addHeading(seenText(element), Number(name[1]));
    else if (name === 'pre') text.addCode(textOf(element));
    else if (name === 'table' && isOfData(element)) writeTable(element, text);
    else visitChildren(element);
    flush();
    if (name === 'li') isItem = false;
  };
  const visitChildren = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') line.push(collapse(child));
      else visit(child);
    }
  };
  visitChildren(root);
  flush();
}

/** An inline element around blocks, as a link around a card. */
function hasBlock(element: XmlElement): boolean {
  return childrenOf(element).some((child) => isBlock(child.name) || hasBlock(child));
}

/** Tables also lay out pages: these hold tables, headings or lists, or have one column. */
function isOfData(table: XmlElement): boolean {
  if (table.attributes['role'] === 'presentation') return false;
  const inner = ['table', 'h1', 'h2', 'h3', 'ul', 'ol', 'form'].some((name) =>
    childrenOf(table).some((child) => !descendantsOf(child, name).next().done),
  );
  return !inner && [...descendantsOf(table, 'tr')].some((row) => cellsOf(row).length > 1);
}

function writeTable(table: XmlElement, text: DocumentText): void {
  const caption = childrenOf(table, 'caption').map(seenText).join(' ').trim();
  const rows: GridRow[] = [];
  for (const group of [table, ...childrenOf(table)]) {
    for (const row of childrenOf(group, 'tr')) {
      const cells = cellsOf(row);
      rows.push({
        cells: cells.map((cell) => ({
          text: seenText(cell).trim(),
          columns: spanOf(cell.attributes['colspan']),
          rows: spanOf(cell.attributes['rowspan']),
        })),
        isHeader: group.name === 'thead' || (cells.length > 0 && cells.every(({ name }) => name === 'th')),
      });
    }
  }
  text.addParagraph(caption);
  text.addTable(layOutTable(rows, caption === '' ? undefined : collapse(caption)));
}

function cellsOf(row: XmlElement): XmlElement[] {
  return childrenOf(row).filter((cell) => (cell.name === 'td' || cell.name === 'th') && !isUnseen(cell));
}

function spanOf(written: string | undefined): number {
  const span = Number.parseInt(written ?? '1', 10);
  return span >= 1 ? Math.min(span, 1_000) : 1;
}
