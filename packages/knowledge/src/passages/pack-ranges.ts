import { sentenceStarts } from './cut-range.ts';
import { trimRange, type TextRange } from './text-range.ts';

/** Joins neighbouring ranges, in order, as long as they fit into `size` together. */
export function packRanges(ranges: readonly TextRange[], size: number): TextRange[] {
  const packed: TextRange[] = [];
  for (const range of ranges) {
    const last = packed.at(-1);
    if (last && range.end - last.start <= size) packed[packed.length - 1] = { start: last.start, end: range.end };
    else packed.push(range);
  }
  return packed;
}

/**
 * Lets each range but the first begin earlier, by at most `overlap`: at the first sentence that begins within it, else at
 * the first word.
 */
export function overlapRanges(text: string, ranges: readonly TextRange[], overlap: number): readonly TextRange[] {
  const [first] = ranges;
  if (overlap === 0 || !first) return ranges;
  return ranges.map((range) => {
    const from = Math.max(first.start, range.start - overlap);
    const start = from === first.start ? from : from + beginning(text.slice(from, range.start));
    return trimRange(text, { start, end: range.end });
  });
}

/** Where the first sentence of a text begins, or the first word, but the one that it was cut in; its end without either. */
function beginning(text: string): number {
  const [sentence] = sentenceStarts(text);
  const word = text.search(/(?<=\s)\S/);
  return sentence ?? (word < 0 ? text.length : word);
}
