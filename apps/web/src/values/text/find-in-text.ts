/** Where something was found: from, to, in UTF-16 code units. */
export interface Found {
  readonly from: number;
  readonly to: number;
}

/** No more are looked for: nobody steps through them. */
export const mostFound = 5_000;

/** All places of a text that hold what is searched, without regard to case. A literal search: nothing in it is a pattern. */
export function findInText(text: string, searched: string): readonly Found[] {
  if (searched.trim() === '') return [];
  const pattern = new RegExp(searched.replaceAll(/[$()*+.?[\\\]^{|}/]/g, String.raw`\$&`), 'giu');
  const found: Found[] = [];
  for (const match of text.matchAll(pattern)) {
    found.push({ from: match.index, to: match.index + match[0].length });
    if (found.length >= mostFound) break;
  }
  return found;
}

/** A piece of a text, and which of the found ones it is; undefined for what lies between. */
export interface FoundPiece {
  readonly text: string;
  readonly found?: number;
}

/** Cuts the stretch of a text that begins at `start` into pieces, by what was found in the whole. */
export function cutByFound(stretch: string, start: number, found: readonly Found[]): readonly FoundPiece[] {
  const pieces: FoundPiece[] = [];
  const end = start + stretch.length;
  let at = start;
  for (let index = firstAfter(found, start); index < found.length; index += 1) {
    const { from, to } = found[index] ?? { from: end, to: end };
    if (from >= end) break;
    const [cut, until] = [Math.max(from, at), Math.min(to, end)];
    if (cut > at) pieces.push({ text: stretch.slice(at - start, cut - start) });
    pieces.push({ text: stretch.slice(cut - start, until - start), found: index });
    at = until;
  }
  if (at < end || pieces.length === 0) pieces.push({ text: stretch.slice(at - start) });
  return pieces;
}

/** The first of the found ones that ends behind a place. */
function firstAfter(found: readonly Found[], place: number): number {
  let [low, high] = [0, found.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.to ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
