import { createDocumentText } from '../create-document-text.ts';
import type { FormatReader } from '../format-reader.ts';
import { guessDelimiter } from './csv-delimiter.ts';
import { csvRows } from './csv-rows.ts';
import { decodeText } from './decode-text.ts';
import { writeSheet } from './office-sheet.ts';

/**
 * Tables as text, whatever parts their cells (`,` `;` tab `|`). Cells are kept as they are written: `1 234,56` stays that.
 * The line `sep=;`, which Excel understands and doesn't show, is no row.
 */
export const csvReader: FormatReader = async (bytes, _about, { limits }) => {
  const text = createDocumentText(limits);
  const decoded = decodeText(bytes);
  const said = /^"?sep=(.)"?\n/i.exec(decoded);
  const content = said ? decoded.slice(said[0].length) : decoded;
  writeSheet(text, csvRows(content, said?.[1] ?? guessDelimiter(content)));
  return { ...text.finish(), warnings: [] };
};
