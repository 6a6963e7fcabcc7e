import type { PictureReader, PictureText } from './format-reader.ts';
import { encodeGraymap, turnGraymap, type Graymap } from './graymap.ts';

/** Below this confidence the page may lie on its side or its head. */
const doubtful = 0.6;

/** Reads a scanned page; where that gives next to no sense, turned by quarters as well, and takes what makes most sense. */
export async function readAnyWayUp(
  graymap: Graymap,
  readPicture: PictureReader,
  signal: AbortSignal,
): Promise<PictureText> {
  let best = await readPicture(encodeGraymap(graymap), signal);
  for (const quarters of [1, 3, 2]) {
    if (senseOf(best) >= doubtful) return best;
    signal.throwIfAborted();
    const turned = await readPicture(encodeGraymap(turnGraymap(graymap, quarters)), signal);
    if (senseOf(turned) > senseOf(best)) best = turned;
  }
  return best;
}

function senseOf({ confidence, isUpright }: PictureText): number {
  return isUpright ? confidence : 0;
}
