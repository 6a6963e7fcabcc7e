import { csvRows } from './csv-rows.ts';

/** In the order in which they are believed where several would do: a comma also stands in numbers and texts. */
const delimiters = [';', '\t', '|', ','];
const rowsLookedAt = 50;
const charactersLookedAt = 65_536;

/** What parts the cells: what parts most rows into the same number of cells, more than one. A comma if nothing does. */
export function guessDelimiter(text: string): string {
  const sample = text.slice(0, charactersLookedAt);
  const scores = delimiters.map((delimiter) => ({ delimiter, score: scoreOf(sample, delimiter) }));
  return scores.reduce((best, next) => (next.score > best.score ? next : best), { delimiter: ',', score: 0 }).delimiter;
}

/** The share of rows that have the commonest number of cells; 0 when that is one. */
function scoreOf(sample: string, delimiter: string): number {
  const counts = new Map<number, number>();
  let rows = 0;
  for (const { cells } of csvRows(sample, delimiter)) {
    if (cells.every((cell) => cell === '')) continue;
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
    rows += 1;
    if (rows === rowsLookedAt) break;
  }
  const [width, count] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [1, 0]);
  return width > 1 && rows > 0 ? count / rows : 0;
}
