import { createDocumentText } from '../create-document-text.ts';
import type { FormatReader } from '../format-reader.ts';
import { createRtfBlocks } from './rtf-blocks.ts';
import { runRtf } from './rtf-machine.ts';
import { createRtfStyles } from './rtf-styles.ts';

/** Rich Text Format (1.9.1): headings, lists, tables, notes, text boxes; pictures, headers and footers are left out. */
export const rtfReader: FormatReader = async (bytes, _about, { limits, signal }) => {
  const text = createDocumentText(limits);
  const styles = createRtfStyles();
  const blocks = createRtfBlocks(text, styles);
  runRtf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'), blocks, styles, signal);
  return { ...text.finish(), title: blocks.title(), warnings: [] };
};
