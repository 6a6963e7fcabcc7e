const longest = 80;
/** Surveys have their questions as names. */
const longestLikely = 250;

/**
 * Whether the first row names the columns: short names that differ, none of them a number or a date (but years may name
 * columns, as in "Branch | 2023 | 2024"). Where it is likely (CSV, sheets) that is enough; where tables often have no header
 * (texts), numbers or dates must stand below at least one of the names.
 */
export function guessHeader(
  first: readonly string[],
  below: readonly (readonly string[])[],
  { isLikely }: { readonly isLikely: boolean },
): boolean {
  const names = first.map((cell) => cell.trim());
  const filled = names.filter((name) => name !== '');
  if (filled.length === 0 || below.length === 0) return false;
  if (filled.length < Math.max(...below.slice(0, 20).map(filledIn)) - 1) return false;
  if (new Set(filled).size < filled.length) return false;
  const isName = (name: string): boolean =>
    name.length <= (isLikely ? longestLikely : longest) && (!isBareFigure(name) || isYear(name));
  if (!filled.every(isName) || filled.every(isYear)) return false;
  return isLikely || names.some((name, column) => !isBareFigure(name) && isColumnOfFigures(below, column));
}

function isColumnOfFigures(rows: readonly (readonly string[])[], column: number): boolean {
  const filled = rows.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter(isFigure).length * 2 > filled.length;
}

function filledIn(row: readonly string[]): number {
  return row.filter((cell) => cell.trim() !== '').length;
}

/** A number (with a currency, a percent or a unit), a date or a time: more digits than letters. */
function isFigure(cell: string): boolean {
  return digitsIn(cell) > lettersIn(cell);
}

/** The same, with hardly a letter: "Jan 2024" may name a column. */
function isBareFigure(cell: string): boolean {
  return digitsIn(cell) >= 2 * lettersIn(cell) && digitsIn(cell) > 0;
}

function digitsIn(cell: string): number {
  return cell.match(/\d/g)?.length ?? 0;
}

function lettersIn(cell: string): number {
  return cell.match(/\p{L}/gu)?.length ?? 0;
}

function isYear(cell: string): boolean {
  return /^(?:19|20)\d\d$/.test(cell);
}
