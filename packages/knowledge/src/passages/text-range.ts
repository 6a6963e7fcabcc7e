/** A part of a document's text: UTF-16 offsets, `text.slice(start, end)`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** The range without white space at its ends; empty when there is nothing else. */
export function trimRange(text: string, { start, end }: TextRange): TextRange {
  const part = text.slice(start, end);
  const from = part.length - part.trimStart().length;
  const to = part.trimEnd().length;
  return { start: start + from, end: start + Math.max(from, to) };
}
