/**
 * Whether a table's first row is its header: it is set in a font of its own (`fonts`, of each row), or holds no figures above
 * a column of figures.
 */
export function isHeaderRow(cells: readonly (readonly string[])[], fonts: readonly (readonly string[])[]): boolean {
  const [first, ...others] = cells;
  if (!first || others.length === 0 || first.filter((cell) => cell !== '').length < 2) return false;
  const [own = [], ...below] = fonts;
  const sharing = below.filter((row) => row.some((font) => own.includes(font)));
  if (own.length === 1 && sharing.length <= below.length * 0.34) return true;
  if (first.some((cell) => /\d/.test(cell))) return false;
  return first.some((_, index) => {
    const column = others.map((row) => row[index] ?? '').filter((cell) => cell !== '');
    return column.length > 0 && column.filter((cell) => /\d/.test(cell)).length >= column.length * 0.7;
  });
}
