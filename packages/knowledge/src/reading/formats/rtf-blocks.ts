import type { DocumentText } from '../create-document-text.ts';
import { isCitedLabel } from './office-label.ts';
import type { RtfParagraph, RtfTarget } from './rtf-groups.ts';
import type { RtfStyles } from './rtf-styles.ts';
import { createRtfHanging } from './rtf-hanging.ts';
import { createRtfTable, type RtfTable } from './rtf-table.ts';

/** Takes text as it comes and writes paragraphs, list items, headings and tables. */
export interface RtfBlocks {
  readonly table: RtfTable;
  addText(target: RtfTarget, text: string): void;
  endParagraph(target: RtfTarget, paragraph: RtfParagraph): void;
  /** A note is called here; its text follows. */
  beginNote(): void;
  /** The title, as a paragraph of that style or the properties say it. */
  title(): string | undefined;
  finish(paragraph: RtfParagraph): void;
}

const longestHeading = 300;

/** See {@link RtfBlocks}. Notes and text boxes follow the block in which they are called. */
export function createRtfBlocks(text: DocumentText, styles: RtfStyles): RtfBlocks {
  const table = createRtfTable(text);
  const hanging = createRtfHanging(text);
  let line = '';
  let label = '';
  let title = '';
  let styledTitle: string | undefined;

  const writeLine = (paragraph: RtfParagraph): void => {
    const said = line.trim();
    const name = styles.nameOf(paragraph.style);
    if (said === '' || /^toc \d/.test(name)) return;
    if (name === 'title') styledTitle ??= said;
    const level = paragraph.level ?? styles.levelOf(paragraph.style);
    const labelled = isCitedLabel(label.trim(), level) ? `${label.trim()} ${said}` : said;
    if (level && said.length <= longestHeading) text.addHeading(labelled, level);
    else if (paragraph.isItem || label.trim() !== '') text.addListItem(labelled);
    else text.addParagraph(labelled);
  };
  const endMain = (paragraph: RtfParagraph): void => {
    if (paragraph.inTable) {
      table.addText(`${line}\n`);
    } else {
      table.flush();
      writeLine(paragraph);
      hanging.flush();
    }
    [line, label] = ['', ''];
  };
  const endCell = (): void => {
    table.addText(line);
    table.endCell();
    [line, label] = ['', ''];
  };

  return {
    table: { ...table, endCell },
    addText(target, added) {
      if (target === 'main') line += added;
      else if (target === 'note' || target === 'box') hanging.add(target, added);
      else if (target === 'label') label += added;
      else if (target === 'title') title += added;
    },
    endParagraph(target, paragraph) {
      if (target === 'main') endMain(paragraph);
      else if (target === 'note' || target === 'box') hanging.add(target, '\n');
    },
    beginNote: () => void (line += `${/\s$|^$/.test(line) ? '' : ' '}${hanging.beginNote()}`),
    title: () => styledTitle ?? (title.trim() || undefined),
    finish(paragraph) {
      endMain({ ...paragraph, inTable: paragraph.inTable && line.trim() !== '' });
      table.flush();
      hanging.flush();
    },
  };
}
