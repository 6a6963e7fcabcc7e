import type { TableParts } from '../create-document-text.ts';
import { layOutTable, type GridCell, type GridRow } from './office-table.ts';
import { attributeOf, childAt, childrenOf, descendantsOf, textOf, type XmlElement } from './office-xml.ts';
import { isOn, type DocxParagraph } from './docx-paragraph.ts';
import { valueOf } from './docx-styles.ts';

/** A table of a Word document, with what hangs on its paragraphs; `only` instead when it is one column that frames text. */
export interface DocxTable {
  readonly parts?: TableParts;
  readonly only?: readonly XmlElement[];
  readonly notes: DocxParagraph['notes'];
  readonly boxes: DocxParagraph['boxes'];
}

/** Reads a table (ECMA-376, part 1, 17.4). A header is a row marked to be repeated on each page, or a first one in bold. */
export function readDocxTable(
  table: XmlElement,
  read: (paragraph: XmlElement) => DocxParagraph,
  name?: string,
): DocxTable {
  const rows = [...inside(table, 'tr')].filter((row) => !childAt(row, 'trPr', 'del'));
  const cells = rows.map((row) => [...inside(row, 'tc')]);
  if (cells.every((row) => row.length <= 1))
    return { only: cells.flat().flatMap((cell) => childrenOf(cell)), notes: [], boxes: [] };
  const paragraphs: DocxParagraph[] = [];
  const cellOf = (cell: XmlElement): GridCell => {
    const own = [...descendantsOf(cell, 'p')].map(read);
    paragraphs.push(...own);
    const merge = childAt(cell, 'tcPr', 'vMerge');
    return {
      text: own
        .map(({ text }) => text.trim())
        .filter((text) => text !== '')
        .join('\n'),
      columns: Number(valueOf(childAt(cell, 'tcPr'), 'gridSpan') ?? 1) || 1,
      goesOn: merge !== undefined && attributeOf(merge.attributes, 'val') !== 'restart',
    };
  };
  const grid = rows.map((row, index): GridRow => {
    const before = Number(valueOf(childAt(row, 'trPr'), 'gridBefore') ?? 0) || 0;
    const own = cells[index] ?? [];
    return {
      cells: [...(before > 0 ? [{ text: '', columns: before }] : []), ...own.map(cellOf)],
      isHeader: isOn(childAt(row, 'trPr'), 'tblHeader') || (index === 0 && rows.length > 1 && own.every(isBold)),
    };
  });
  return {
    parts: layOutTable(grid, name),
    notes: paragraphs.flatMap(({ notes }) => notes),
    boxes: paragraphs.flatMap(({ boxes }) => boxes),
  };
}

/** Rows of a table, or cells of a row: children, also those in content controls. */
function* inside(element: XmlElement, name: 'tr' | 'tc'): Generator<XmlElement, void, void> {
  for (const child of childrenOf(element)) {
    if (child.name === name) yield child;
    else if (/^(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(child.name)) yield* inside(child, name);
  }
}

/** All its text is in bold, and there is some. */
function isBold(cell: XmlElement): boolean {
  const runs = [...descendantsOf(cell, 'r')].filter((run) => textOf(run).trim() !== '');
  return runs.length > 0 && runs.every((run) => isOn(childAt(run, 'rPr'), 'b'));
}
