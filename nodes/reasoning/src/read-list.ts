/** A list's mark before an item: `1.`, `2)`, `-`, `•`, `Q3:`, `Step 2:`. */
const mark = /^(?:[-*•–]\s+|\(?\d{1,3}[.):]\s*|(?:Q(?:uestion)?|Subquestion|Step)\s*\d{0,3}\s*[.):]\s*)/iu;

/** Longer lines are no items, but prose. */
const longestItem = 500;

/**
 * The items of a list that a model wrote: lines with a mark, or, where there is none, lines that end as a question does. Without
 * marks, emphasis, quotation marks and repetitions; at most so many.
 */
export function readList(answer: string, most: number): readonly string[] {
  const lines = answer
    .split('\n')
    .map((line) => line.replaceAll('**', '').trim())
    .filter((line) => line !== '' && line.length <= longestItem);
  const marked = lines.filter((line) => mark.test(line)).map((line) => line.replace(mark, ''));
  const items = (marked.length > 0 ? marked : lines.filter((line) => line.endsWith('?'))).map(withoutQuotes);
  const seen = new Set<string>();
  const found: string[] = [];
  for (const item of items) {
    const key = item.toLowerCase();
    if (item === '' || seen.has(key)) continue;
    seen.add(key);
    found.push(item);
    if (found.length === most) break;
  }
  return found;
}

function withoutQuotes(item: string): string {
  return item.replace(/^["“”'«\s]+|["“”'»\s]+$/gu, '');
}
