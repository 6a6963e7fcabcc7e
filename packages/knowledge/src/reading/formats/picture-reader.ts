import type { FormatReader } from '../format-reader.ts';
import { defaultPageHeight } from './pdf/page-layout.ts';
import { scanSegments } from './pdf/scan-segments.ts';
import { writePages } from './pdf/write-pages.ts';
import { pictureSize } from '../picture-size.ts';
import { scannedWarning } from '../scan-warnings.ts';

/** Reads the letters in a picture (PNG, JPEG) as those of a scanned page. */
export const pictureReader: FormatReader = async (bytes, _about, { limits, signal, readPicture }) => {
  pictureSize(bytes);
  const scan = await readPicture(bytes, signal);
  const { confidence } = scan;
  const page = { number: 1, height: defaultPageHeight, areas: [scanSegments(scan, defaultPageHeight)], confidence };
  const { text, blocks } = writePages([page], limits);
  return { text, blocks, pages: 1, warnings: text === '' ? [] : scannedWarning([{ number: 1, confidence }]) };
};
