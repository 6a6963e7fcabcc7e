import type { DocumentText } from '../create-document-text.ts';
import { childAt, childrenOf, type XmlElement } from './office-xml.ts';
import type { DocxNotes } from './docx-notes.ts';
import type { DocxNumbering } from './docx-numbering.ts';
import { readDocxParagraph, type DocxParagraph } from './docx-paragraph.ts';
import { roleOf, valueOf, type DocxRole, type DocxStyle } from './docx-styles.ts';
import { isCitedLabel } from './office-label.ts';
import { readDocxTable } from './docx-table.ts';

/** What the parts of a document beside its body say. */
export interface DocxParts {
  readonly styles: ReadonlyMap<string, DocxStyle>;
  readonly numbering: DocxNumbering;
  readonly notes: DocxNotes;
}

/** What was met on the way. */
export interface DocxFindings {
  title?: string | undefined;
  hasEmbedded: boolean;
}

/** Writes one block of a document's body after another. */
export type DocxBodyWriter = (blocks: readonly XmlElement[]) => void;

const longestHeading = 300;

/** See {@link DocxBodyWriter}. Notes follow the block that calls them, as do text boxes. */
export function createDocxBodyWriter(text: DocumentText, parts: DocxParts, found: DocxFindings): DocxBodyWriter {
  let caption: string | undefined;
  const read = (paragraph: XmlElement): DocxParagraph => readDocxParagraph(paragraph, parts.notes.markOf);

  const writeHanging = ({ notes, boxes }: Pick<DocxParagraph, 'notes' | 'boxes'>): void => {
    for (const note of notes) text.addParagraph(parts.notes.textOf(note));
    for (const box of boxes) writeBlocks(childrenOf(box));
  };

  const writeParagraph = (element: XmlElement): void => {
    const paragraph = read(element);
    const role = roleOf(childAt(element, 'pPr'), parts.styles);
    if (!role.isContents && paragraph.text.trim() !== '') {
      if (role.name === 'title') found.title ??= paragraph.text;
      if (role.name === 'caption') caption = paragraph.text.trim();
      writeText(text, labelled(paragraph.text, role, parts.numbering), role);
    }
    writeHanging(paragraph);
  };

  const writeTable = (element: XmlElement): void => {
    const table = readDocxTable(element, read, caption);
    if (table.only) {
      writeBlocks(table.only);
    } else if (table.parts) {
      text.addTable(table.parts);
      writeHanging(table);
    }
  };

  const writeBlocks: DocxBodyWriter = (blocks) => {
    for (const block of blocks) {
      if (block.name !== 'tbl') caption = undefined;
      if (block.name === 'p') writeParagraph(block);
      else if (block.name === 'tbl') writeTable(block);
      else if (block.name === 'altChunk') found.hasEmbedded = true;
      else if (block.name === 'sdt' && isTableOfContents(block)) continue;
      else if (!/(?:Pr|del|moveFrom)$/.test(block.name)) writeBlocks(childrenOf(block));
    }
  };
  return writeBlocks;
}

function writeText(text: DocumentText, said: string, { level, place }: DocxRole): void {
  if (level && said.length <= longestHeading) text.addHeading(said, level);
  else if (place) text.addListItem(said);
  else text.addParagraph(said);
}

/** With the number that Word sets before it, where people cite it. */
function labelled(said: string, { level, place }: DocxRole, numbering: DocxNumbering): string {
  const label = place ? numbering(place) : '';
  return isCitedLabel(label, level) ? `${label} ${said}` : said;
}

function isTableOfContents(block: XmlElement): boolean {
  return valueOf(childAt(block, 'sdtPr', 'docPartObj'), 'docPartGallery') === 'Table of Contents';
}
