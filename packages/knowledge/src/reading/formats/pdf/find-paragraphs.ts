import { joinLines } from './join-lines.ts';
import { median, type Row } from './page-layout.ts';

/** Lines that belong together. */
export interface Paragraph {
  readonly kind: 'text' | 'list-item' | 'code';
  readonly text: string;
  readonly lines: number;
  readonly size: number;
  /** Of most of its letters. */
  readonly font: string;
  /** Baselines of its first and last lines. */
  readonly top: number;
  readonly bottom: number;
}

const bullet = /^[•◦▪●○■□‣⁃∙·–—✓✔➢➤*-]\s+/u;
const numbered = /^(?:\[\d{1,3}\]|\(?\d{1,3}[.)]|\(?[a-z][.)]|\(?[ivx]{1,5}[.)])\s+\S/;

/** Groups rows that follow one another in a column. `known` are words with hyphens, as `joinLines` takes them. */
export function findParagraphs(rows: readonly Row[], known: ReadonlySet<string>): Paragraph[] {
  const block: Block = {
    pitch: pitchOf(rows),
    left: Math.min(...rows.map((row) => row.left)),
    right: Math.max(...rows.map((row) => row.right)),
  };
  const groups: Row[][] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    if (group && !isBreak(group, row, block)) group.push(row);
    else groups.push([row]);
  }
  return groups.map((group) => toParagraph(group, known));
}

interface Block {
  /** Usual distance between lines, in parts of their size. */
  readonly pitch: number;
  readonly left: number;
  readonly right: number;
}

function isBreak(group: readonly Row[], row: Row, { pitch, left, right }: Block): boolean {
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) return true;
  const gap = row.baseline - last.baseline;
  const size = Math.max(last.size, row.size);
  if (isCode(last) !== isCode(row)) return true;
  if (isCode(row)) return gap > 2.5 * size;
  if (Math.abs(last.size - row.size) > 0.08 * size && !isNote(last, row)) return true;
  if (gap > 1.3 * pitch * size || gap > 2.2 * size) return true;
  if (bullet.test(textOf(row)) || (numbered.test(textOf(row)) && /[.:;!?]$/.test(textOf(last)))) return true;
  if (isItem(first) && isItem(row) && Math.abs(row.left - first.left) < size) return true;
  if (fontOf(last) !== fontOf(row) && gap > 1.15 * pitch * size) return true;
  if (isItem(first) && row.left > first.left + 0.4 * size) return false;
  const hasEnded = /[.!?:»”")]$/.test(textOf(last));
  const isShort = last.right < left + 0.75 * (right - left);
  if (hasEnded && isShort) return true;
  return hasEnded && row.left > last.left + 0.8 * size && row.left > left + 0.8 * size;
}

function isItem(row: Row): boolean {
  return bullet.test(textOf(row)) || numbered.test(textOf(row));
}

/** A line that is only a raised note or a formula's part. */
function isNote(last: Row, row: Row): boolean {
  return Math.min(last.right - last.left, row.right - row.left) < 2 * Math.max(last.size, row.size);
}

function pitchOf(rows: readonly Row[]): number {
  const gaps = rows.slice(1).map((row, index) => (row.baseline - (rows[index]?.baseline ?? 0)) / Math.max(row.size, 1));
  return median(gaps.filter((gap) => gap > 0.5 && gap < 2)) || 1.3;
}

function textOf(row: Row): string {
  return row.segments.map(({ text }) => text).join(' ');
}

function isCode(row: Row): boolean {
  return row.segments.every(({ isMono }) => isMono);
}

function fontOf(row: Row): string {
  return row.segments.reduce((a, b) => (b.text.length > a.text.length ? b : a)).font;
}

function toParagraph(rows: readonly Row[], known: ReadonlySet<string>): Paragraph {
  const longest = rows.reduce((a, b) => (textOf(b).length > textOf(a).length ? b : a));
  const facts = {
    lines: rows.length,
    size: longest.size,
    font: fontOf(longest),
    top: rows[0]?.baseline ?? 0,
    bottom: rows.at(-1)?.baseline ?? 0,
  };
  if (rows.every(isCode)) return { kind: 'code', text: codeOf(rows), ...facts };
  const text = rows.map(textOf).reduce((joined, line) => joinLines(joined, line, known));
  const plain = text.replace(bullet, '').replaceAll(/(?:\s?[.·…_]){5,}\s*/g, ' ');
  return { kind: bullet.test(text) || numbered.test(text) ? 'list-item' : 'text', text: plain, ...facts };
}

/** Lines with their indentation: a letter of such a font is as wide as any other. */
function codeOf(rows: readonly Row[]): string {
  const left = Math.min(...rows.map((row) => row.left));
  const widths = rows.flatMap(({ segments }) => segments.map((s) => (s.right - s.left) / Math.max(1, s.text.length)));
  const width = median(widths) || 1;
  return rows
    .map((row) => ' '.repeat(Math.min(80, Math.max(0, Math.round((row.left - left) / width)))) + textOf(row))
    .join('\n');
}
