import type { Paragraph } from './find-paragraphs.ts';

/** How a document sets its text, by which its headings are known. */
export interface DocumentStyle {
  /** Level from 1 of a paragraph that is a heading, by the paragraph after it. */
  headingLevel(paragraph: Paragraph, next: Paragraph | undefined): number | undefined;
}

/** Measures all paragraphs of a document. Larger letters make headings, level by level, and then fonts of their own. */
export function measureStyle(paragraphs: readonly Paragraph[]): DocumentStyle {
  const sizes = count(paragraphs, ({ size }) => rounded(size));
  const body = heaviest(sizes) ?? 0;
  const fonts = count(
    paragraphs.filter(({ size }) => rounded(size) === body),
    ({ font }) => font,
  );
  const bodyFont = heaviest(fonts);
  const letters = [...fonts.values()].reduce((sum, value) => sum + value, 0);
  const isLarge = (paragraph: Paragraph): boolean => isShort(paragraph, 220) && paragraph.size >= body * 1.13;
  const levels = levelsOf(paragraphs.filter(isLarge).map(({ size }) => size));
  return {
    headingLevel(paragraph, next) {
      if (isLarge(paragraph)) return Math.min(6, levels.findIndex((least) => paragraph.size >= least) + 1);
      const isRare = (fonts.get(paragraph.font) ?? 0) < letters * 0.2;
      const stands = next !== undefined && next.font === bodyFont && rounded(next.size) === body;
      const isSet = paragraph.font !== bodyFont && isRare && paragraph.size >= body * 0.95 && paragraph.lines === 1;
      return isSet && stands && isShort(paragraph, 90) && isTitled(paragraph.text)
        ? Math.min(6, levels.length + 1)
        : undefined;
    },
  };
}

function rounded(size: number): number {
  return Math.round(size * 2) / 2;
}

function count<Key>(paragraphs: readonly Paragraph[], keyOf: (paragraph: Paragraph) => Key): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const paragraph of paragraphs) {
    const key = keyOf(paragraph);
    counts.set(key, (counts.get(key) ?? 0) + paragraph.text.length);
  }
  return counts;
}

function heaviest<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

function isShort({ kind, lines, text }: Paragraph, most: number): boolean {
  return kind !== 'code' && lines <= 4 && text.length <= most && /\p{L}/u.test(text) && !/[,;]$/.test(text);
}

function isTitled(text: string): boolean {
  return /^[\p{Lu}\d]/u.test(text) && !/[.,;:!?]$/.test(text) && !/^(?:table|figure|fig|tableau|abb)\b/i.test(text);
}

/** Least size of each level, from the largest; sizes within a twentieth are one level. */
function levelsOf(sizes: readonly number[]): number[] {
  const levels: number[] = [];
  for (const size of sizes.toSorted((a, b) => b - a)) {
    const last = levels.at(-1);
    if (last === undefined || size < last * 0.95) levels.push(size);
    else levels[levels.length - 1] = size;
  }
  return levels;
}
