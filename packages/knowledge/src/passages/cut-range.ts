import { trimRange, type TextRange } from './text-range.ts';

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Offsets in a text where a sentence or a line begins, but its own beginning. */
export function sentenceStarts(text: string): number[] {
  return [...sentences.segment(text)].map(({ index }) => index).filter((index) => index > 0);
}

function lineStarts(text: string): number[] {
  return [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
}

/**
 * Cuts a part of a text that is longer than `size` into pieces that aren't, of about equal length: between sentences (in
 * code: lines), else between words; inside a word only when it is longer than a piece, and never inside a character.
 */
export function cutRange(text: string, range: TextRange, size: number, by: 'sentence' | 'line'): TextRange[] {
  const pieces: TextRange[] = [];
  let rest = trimRange(text, range);
  while (rest.end - rest.start > size) {
    const left = rest.end - rest.start;
    const window = text.slice(rest.start, rest.start + size + 1);
    const wanted = left / Math.ceil(left / size);
    const at = rest.start + cutIn(window, size, wanted, by);
    pieces.push(trimRange(text, { start: rest.start, end: at }));
    rest = trimRange(text, { start: at, end: rest.end });
  }
  return [...pieces, rest].filter(({ start, end }) => end > start);
}

/** Where to cut a text that is longer than `size`: 1 to `size`, as near to `wanted` as a good place lies. */
function cutIn(window: string, size: number, wanted: number, by: 'sentence' | 'line'): number {
  const starts = by === 'line' ? lineStarts(window) : sentenceStarts(window);
  const good = nearest(
    starts.filter((start) => start >= size / 4 && start <= size),
    wanted,
  );
  return good ?? betweenWords(window, size, wanted);
}

function betweenWords(window: string, size: number, wanted: number): number {
  const spaces = [...window.matchAll(/\s+/g)].map(({ index }) => index);
  const space = nearest(
    spaces.filter((index) => index > 0 && index <= size),
    wanted,
  );
  if (space !== undefined) return space;
  const starts = [...words.segment(window)].map(({ index }) => index);
  const word = nearest(
    starts.filter((index) => index > 0 && index <= size),
    wanted,
  );
  if (word !== undefined) return word;
  return /[\uD800-\uDBFF]/.test(window.charAt(size - 1)) ? size - 1 : size;
}

function nearest(candidates: readonly number[], wanted: number): number | undefined {
  const [first, ...others] = candidates;
  if (first === undefined) return undefined;
  return others.reduce((best, at) => (Math.abs(at - wanted) < Math.abs(best - wanted) ? at : best), first);
}
