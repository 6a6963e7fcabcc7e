/** The ways in which a text is cut. */
export type SplitInto = 'lines' | 'paragraphs' | 'sentences' | 'separator';

/** Cuts a text; parts come without the space around them, and empty ones not at all. */
export function cut(text: string, into: SplitInto, separator: string): string[] {
  return pieces(text, into, separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function pieces(text: string, into: SplitInto, separator: string): string[] {
  if (into === 'separator') return separator === '' ? [text] : text.split(separator);
  if (into === 'sentences') {
    return Array.from(new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text), ({ segment }) => segment);
  }
  const lines = text.split(/\r\n|\n|\r/u);
  return into === 'lines' ? lines : paragraphsOf(lines);
}

function paragraphsOf(lines: readonly string[]): string[] {
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.map((paragraph) => paragraph.join('\n'));
}
