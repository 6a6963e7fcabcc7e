import type { PictureLine, PictureText } from '../../format-reader.ts';
import { joinStrings } from './join-strings.ts';
import { median, type Segment } from './page-layout.ts';

/** Letters of recognised lines differ in height by which letters they are: within this factor they are of one size. */
const sameSize = 1.3;
/** Words are measured from ink to ink, so that gaps are wider than in written text. */
const segmentGap = 1.4;

/** Lays out what a scanned page of this height (in points) says as if it were written. */
export function scanSegments({ lines, height }: PictureText, pageHeight: number): Segment[] {
  const scale = pageHeight / height;
  const usual = median(lines.flatMap(({ words, size }) => words.map(() => size)));
  const strings = lines.flatMap((line) => {
    const size = sizeOf(line, usual);
    return line.words.map(({ text, left, right }) => ({
      text,
      left: left * scale,
      right: right * scale,
      baseline: line.baseline * scale,
      size: size * scale,
      font: 'scan',
      isRightToLeft: false,
    }));
  });
  return joinStrings(strings, () => false, segmentGap);
}

function sizeOf({ size }: PictureLine, usual: number): number {
  return size < usual * sameSize && size > usual / sameSize ? usual : size;
}
