import type { DocumentText } from '../create-document-text.ts';
import { layOutTable } from './office-table.ts';
import { attributeOf, childAt, childrenOf, descendantsOf, textOf, type XmlElement } from './office-xml.ts';

/** A paragraph of a shape. */
export interface PptxParagraph {
  readonly text: string;
  readonly hasBullet: boolean;
}

// Dates, footers and numbers of slides, which say nothing of their own.
const leftOut = new Set(['dt', 'ftr', 'hdr', 'sldNum']);
const titles = new Set(['title', 'ctrTitle']);

/** All shapes of a slide, those of groups too, in order. */
export function* shapesIn(tree: XmlElement | undefined): Generator<XmlElement, void, void> {
  for (const child of childrenOf(tree)) {
    if (child.name === 'sp' || child.name === 'graphicFrame' || child.name === 'cxnSp') yield child;
    else if (/^(?:grpSp|AlternateContent|Choice)$/.test(child.name)) yield* shapesIn(child);
  }
}

/** What a shape is for: `title`, `body`, `sldNum`…; undefined for one that a person drew. */
export function roleOf(shape: XmlElement): string | undefined {
  const [placeholder] = descendantsOf(childrenOf(shape)[0], 'ph');
  return placeholder && (attributeOf(placeholder.attributes, 'type') ?? 'body');
}

export function isTitle(shape: XmlElement): boolean {
  return titles.has(roleOf(shape) ?? '');
}

/** Writes one shape that isn't the title: paragraphs, list items where it has bullets, or a table. */
export function writeShape(shape: XmlElement, text: DocumentText): void {
  const role = roleOf(shape);
  if (role !== undefined && leftOut.has(role)) return;
  for (const { text: said, hasBullet } of paragraphsOf(shape)) {
    if (hasBullet) text.addListItem(said);
    else text.addParagraph(said);
  }
  for (const table of descendantsOf(shape, 'tbl')) writeTable(table, text);
}

/** Text of a body has bullets unless a paragraph takes them away; other text has none unless it sets them. */
export function paragraphsOf(shape: XmlElement): PptxParagraph[] {
  const isBody = roleOf(shape) === 'body' || roleOf(shape) === 'obj';
  return childrenOf(childAt(shape, 'txBody'), 'p').map((paragraph) => {
    const properties = childAt(paragraph, 'pPr');
    const isSet = childAt(properties, 'buChar') ?? childAt(properties, 'buAutoNum') ?? childAt(properties, 'buBlip');
    return { text: lineOf(paragraph), hasBullet: isSet !== undefined || (isBody && !childAt(properties, 'buNone')) };
  });
}

/** A paragraph's runs; its line breaks stay, fields show what they showed. */
export function lineOf(paragraph: XmlElement): string {
  return childrenOf(paragraph)
    .map((run) => (run.name === 'br' ? '\n' : [...descendantsOf(run, 't')].map(textOf).join('')))
    .join('')
    .trim();
}

/** ECMA-376, part 1, 21.1.3. Cells that others cover are there, empty and marked. */
function writeTable(table: XmlElement, text: DocumentText): void {
  const hasHeader = /^(?:1|true)$/.test(attributeOf(childAt(table, 'tblPr')?.attributes ?? {}, 'firstRow') ?? '');
  const rows = childrenOf(table, 'tr').map((row, index) => ({
    isHeader: hasHeader && index === 0,
    cells: childrenOf(row, 'tc')
      .filter(({ attributes }) => attributes['hMerge'] !== '1' && attributes['vMerge'] !== '1')
      .map((cell) => ({
        text: [...descendantsOf(cell, 'p')].map(lineOf).join('\n').trim(),
        columns: Number(cell.attributes['gridSpan'] ?? 1) || 1,
        rows: Number(cell.attributes['rowSpan'] ?? 1) || 1,
      })),
  }));
  text.addTable(layOutTable(rows.length > 1 ? rows : rows.map((row) => ({ ...row, isHeader: false }))));
}
