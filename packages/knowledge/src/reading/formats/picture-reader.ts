import { createDocumentText } from '../create-document-text.ts';
import type { FormatReader } from '../format-reader.ts';
import { scannedWarning } from '../scan-warnings.ts';

/** Reads the letters in a picture (PNG, JPEG), as those of a scanned page. */
export const pictureReader: FormatReader = async (bytes, _about, { limits, signal, readPicture }) => {
  const { confidence, paragraphs } = await readPicture(bytes, signal);
  const document = createDocumentText(limits);
  document.setPage(1);
  document.setScanned(confidence);
  for (const lines of paragraphs) document.addParagraph(lines.join('\n'));
  return { ...document.finish(), pages: 1, warnings: scannedWarning([{ number: 1, confidence }]) };
};
