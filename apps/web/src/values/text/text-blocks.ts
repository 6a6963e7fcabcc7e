/** A stretch of a text that is drawn as one: from `start` on, `text` without its last line break. */
export interface TextBlock {
  readonly start: number;
  readonly text: string;
}

/** So many characters stand in a block at most; short lines share one. */
const size = 2_000;

/**
 * Cuts a text into blocks at line breaks, and very long lines at a space where there is one, so that a list draws the few
 * that are in sight. Linear; 5 MB take some milliseconds.
 */
export function textBlocks(text: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let start = 0;
  while (start < text.length) {
    if (text.length - start <= size) {
      blocks.push({ start, text: withoutLastBreak(text.slice(start)) });
      break;
    }
    const end = endOfBlock(text, start);
    blocks.push({ start, text: withoutLastBreak(text.slice(start, end)) });
    start = end;
  }
  return blocks.length === 0 ? [{ start: 0, text: '' }] : blocks;
}

function endOfBlock(text: string, start: number): number {
  const stretch = text.slice(start, start + size);
  const line = stretch.lastIndexOf('\n');
  if (line >= 0) return start + line + 1;
  const space = stretch.lastIndexOf(' ');
  const end = start + (space > size / 2 ? space + 1 : size);
  // Two halves of one sign stay together.
  return /[\uDC00-\uDFFF]/.test(text[end] ?? '') ? end - 1 : end;
}

function withoutLastBreak(text: string): string {
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}

/** The block that holds a place of the text. */
export function blockAt(blocks: readonly TextBlock[], place: number): number {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((blocks[middle]?.start ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
