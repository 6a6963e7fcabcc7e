import { createDocumentText, type DocumentText } from '../create-document-text.ts';
import type { FormatReader } from '../format-reader.ts';
import { decodeText } from './decode-text.ts';

/** Text without marks: a blank line parts paragraphs, a form feed parts pages. */
export const plainTextReader: FormatReader = async (bytes, _about, { limits, signal }) => {
  const text = createDocumentText(limits);
  const pages = decodeText(bytes).split('\f');
  // The form feed that ends the last page begins none.
  if (pages.length > 1 && pages.at(-1)?.trim() === '') pages.pop();
  for (const [index, page] of pages.entries()) {
    signal.throwIfAborted();
    if (pages.length > 1) text.setPage(index + 1);
    writePlainText(page, text);
  }
  return { ...text.finish(), ...(pages.length > 1 && { pages: pages.length }), warnings: [] };
};

const bullet = /^\s*[-*•–]\s+(?=\S)/;

/** Paragraphs by blank lines; lines with a bullet are list items, a line underlined with `===` or `---` is a heading. */
export function writePlainText(content: string, text: DocumentText): void {
  for (const part of content.split(/\n[^\S\n]*\n\s*/)) {
    const lines = part.split('\n').filter((line) => line.trim() !== '');
    const underline = lines[1] ?? '';
    if (/^\s*(={3,}|-{3,})\s*$/.test(underline)) {
      text.addHeading(lines[0] ?? '', underline.includes('=') ? 1 : 2);
      lines.splice(0, 2);
    }
    if (bullet.test(lines[0] ?? '')) writeItems(lines, text);
    else text.addParagraph(unwrap(lines));
  }
}

/** Each bullet begins an item; lines without one go on the one before. */
function writeItems(lines: readonly string[], text: DocumentText): void {
  const items: string[][] = [];
  for (const line of lines) {
    const rest = line.replace(bullet, '');
    if (rest !== line || items.length === 0) items.push([rest]);
    else items.at(-1)?.push(line);
  }
  for (const item of items) text.addListItem(unwrap(item));
}

const narrowest = 50;

/**
 * Takes back line breaks that only keep lines short: after a line that is nearly as long as the longest of its paragraph.
 * Those of addresses and verses stay.
 */
function unwrap(lines: readonly string[]): string {
  const longest = lines.reduce((length, line) => Math.max(length, line.length), 0);
  if (longest < narrowest) return lines.join('\n');
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      if (next === undefined) return line;
      const firstWord = next.trimStart().search(/\s|$/);
      return line.length + firstWord + 1 > longest * 0.9 ? `${line} ` : `${line}\n`;
    })
    .join('');
}
