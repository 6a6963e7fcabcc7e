import type { DocumentText } from '../create-document-text.ts';
import { attributeOf, childrenOf, type XmlElement } from './office-xml.ts';
import { boxContents, readOdtParagraph, type OdtParagraph } from './odt-paragraph.ts';
import type { OdtStyles } from './odt-styles.ts';
import { readOdtTable } from './odt-table.ts';

/** What was met on the way. */
export interface OdtFindings {
  title?: string | undefined;
}

/** Writes one block of a document's body after another. */
export type OdtBodyWriter = (blocks: readonly XmlElement[]) => void;

const longestHeading = 300;
// What was deleted and is kept for review, tables of contents and indexes, and what declares something.
const leftOut =
  /^(?:tracked-changes|table-of-content|(?:illustration|table|object|user|alphabetical)-index|annotation|.*-decls|forms)$/;

/** See {@link OdtBodyWriter}. Notes follow the block that calls them, as do frames. */
export function createOdtBodyWriter(text: DocumentText, styles: OdtStyles, found: OdtFindings): OdtBodyWriter {
  let caption: string | undefined;

  const writeHanging = ({ notes, boxes }: OdtParagraph): void => {
    for (const note of notes) text.addParagraph(note);
    for (const box of boxes) writeBlocks(boxContents(box));
  };

  const writeParagraph = (element: XmlElement, isItem: boolean): void => {
    const paragraph = readOdtParagraph(element);
    const style = attributeOf(element.attributes, 'style-name');
    const said = paragraph.text.trim();
    const level = element.name === 'h' ? outlineLevel(element) : styles.levelOf(style);
    if (styles.isTitle(style) && said !== '') found.title ??= said;
    if (styles.isCaption(style)) caption = said;
    if (level && said.length <= longestHeading) text.addHeading(said, level);
    else if (isItem) text.addListItem(said);
    else text.addParagraph(said);
    writeHanging(paragraph);
  };

  /** The first paragraph of an item is the item; others are paragraphs, lists within it are lists. */
  const writeList = (list: XmlElement): void => {
    for (const item of childrenOf(list)) {
      const [first, ...rest] = childrenOf(item).filter(({ name }) => name !== 'number');
      if (first?.name === 'p' || first?.name === 'h') writeParagraph(first, item.name === 'list-item');
      else if (first) writeBlocks([first]);
      writeBlocks(rest);
    }
  };

  const writeTable = (element: XmlElement): void => {
    const table = readOdtTable(element, caption);
    if (table.only) {
      writeBlocks(table.only);
    } else if (table.parts) {
      text.addTable(table.parts);
      for (const paragraph of table.paragraphs) writeHanging(paragraph);
    }
  };

  const writeBlocks: OdtBodyWriter = (blocks) => {
    for (const block of blocks) {
      if (block.name !== 'table') caption = undefined;
      if (block.name === 'p' || block.name === 'h') writeParagraph(block, false);
      else if (block.name === 'list') writeList(block);
      else if (block.name === 'table') writeTable(block);
      else if (!leftOut.test(block.name)) writeBlocks(boxContents(block));
    }
  };
  return writeBlocks;
}

function outlineLevel(heading: XmlElement): number {
  return Number(attributeOf(heading.attributes, 'outline-level') ?? 1) || 1;
}
