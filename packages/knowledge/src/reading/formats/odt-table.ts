import type { TableParts } from '../create-document-text.ts';
import { layOutTable, type GridRow } from './office-table.ts';
import { attributeOf, childrenOf, type XmlElement } from './office-xml.ts';
import { linesOf, paragraphsIn, readOdtParagraph, type OdtParagraph } from './odt-paragraph.ts';

/** A table of a text document; `only` instead when it is one column that frames text. */
export interface OdtTable {
  readonly parts?: TableParts;
  readonly only?: readonly XmlElement[];
  /** Of what stands in its cells. */
  readonly paragraphs: readonly OdtParagraph[];
}

/** Reads a table (OpenDocument 1.3, part 3, 9.1). Cells that others cover are left out: what covers them says how far. */
export function readOdtTable(table: XmlElement, name: string | undefined): OdtTable {
  const rows = [...rowsOf(table, false)];
  const cells = rows.map(({ row }) => childrenOf(row, 'table-cell'));
  if (cells.every((row) => row.length <= 1)) {
    return { only: cells.flat().flatMap((cell) => childrenOf(cell)), paragraphs: [] };
  }
  const grid = rows.map(({ isHeader }, index): GridRow => ({
    isHeader,
    cells: (cells[index] ?? []).flatMap((cell) => {
      const repeated = Math.min(numberOf(cell, 'number-columns-repeated'), mostRepeated);
      const one = {
        text: linesOf(cell),
        columns: numberOf(cell, 'number-columns-spanned'),
        rows: numberOf(cell, 'number-rows-spanned'),
      };
      return Array.from({ length: repeated }, () => one);
    }),
  }));
  const paragraphs = cells.flat().flatMap((cell) => paragraphsIn(cell).map(readOdtParagraph));
  return { parts: layOutTable(grid, name), paragraphs };
}

const mostRepeated = 1_000;

function* rowsOf(
  element: XmlElement,
  isHeader: boolean,
): Generator<{ row: XmlElement; isHeader: boolean }, void, void> {
  for (const child of childrenOf(element)) {
    if (child.name === 'table-row') yield { row: child, isHeader };
    else if (/^table-(?:header-rows|rows|row-group)$/.test(child.name)) {
      yield* rowsOf(child, isHeader || child.name === 'table-header-rows');
    }
  }
}

function numberOf({ attributes }: XmlElement, name: string): number {
  return Math.max(1, Number(attributeOf(attributes, name) ?? 1) || 1);
}
