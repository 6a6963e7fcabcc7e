/** A quotation within its paragraph: some words before it, the quotation, some after. */
export interface Excerpt {
  readonly before: string;
  readonly quoted: string;
  readonly after: string;
}

/** Characters of the paragraph that stand around a quotation, at most. */
const around = 90;

/**
 * Cuts a quotation out of its passage with a little of what stands around it in the same paragraph, at the borders of words.
 * A quotation that doesn't stand in the passage as it is (a row of a table with its header) stands alone.
 */
export function excerptOf(passage: string, quotation: string): Excerpt {
  const at = passage.indexOf(quotation);
  if (at < 0) return { before: '', quoted: quotation, after: '' };
  const before = passage.slice(passage.lastIndexOf('\n', at - 1) + 1, at);
  const rest = passage.slice(at + quotation.length);
  const after = rest.slice(0, rest.includes('\n') ? rest.indexOf('\n') : rest.length);
  return {
    before: before.length > around ? `… ${before.slice(-around).replace(/^\S*\s+/u, '')}` : before,
    quoted: quotation,
    after: after.length > around ? `${after.slice(0, around).replace(/\s+\S*$/u, '')} …` : after,
  };
}

/**
 * A quotation of a table's rows as cells, the header first; undefined for any other. Rows are lines with ` | ` between
 * their cells.
 */
export function quotedRows(quotation: string): readonly (readonly string[])[] | undefined {
  const lines = quotation.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2 || lines.some((line) => !line.includes(' | '))) return undefined;
  return lines.map((line) => line.split(' | '));
}
