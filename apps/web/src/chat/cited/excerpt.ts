/** A quotation within its passage: some words before it, the quotation, some after. */
export interface Excerpt {
  readonly before: string;
  readonly quoted: string;
  readonly after: string;
}

/** Characters of the passage that stand around a quotation, at most. */
const around = 90;

/**
 * Cuts a quotation out of its passage with a little of what stands around it, at the borders of words. A quotation that
 * doesn't stand in the passage as it is (a row of a table with its header) stands alone.
 */
export function excerptOf(passage: string, quotation: string): Excerpt {
  const at = passage.indexOf(quotation);
  if (at < 0) return { before: '', quoted: quotation, after: '' };
  const end = at + quotation.length;
  const before = passage.slice(Math.max(0, at - around), at);
  const after = passage.slice(end, end + around);
  return {
    before: at > around ? `… ${before.replace(/^\S*\s+/u, '')}` : before,
    quoted: quotation,
    after: passage.length - end > around ? `${after.replace(/\s+\S*$/u, '')} …` : after,
  };
}
