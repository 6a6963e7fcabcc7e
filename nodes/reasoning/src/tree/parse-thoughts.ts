/** A list's mark before a thought: `1.`, `2)`, `-`, `•`. A minus before a figure is none. */
const mark = /^\s*(?:[-*•–]\s+|\(?\d{1,3}[.)]\s+)/u;

/** How the lines of an answer become thoughts. */
export type ThoughtReading = 'items' | 'lines';

/**
 * The proposals of one answer: a line each, at most `most`; one that stands twice is kept twice. `items` are without list marks and blank
 * lines; `lines` stand as they are, blank ones, too, as in the authors' own program.
 */
export function parseThoughts(answer: string, most: number, reading: ThoughtReading = 'items'): readonly string[] {
  const lines = answer.split('\n');
  if (reading === 'lines') return answer === '' ? [] : lines.slice(0, most);
  const items = lines.map((line) => line.replace(mark, '').trim());
  return items.filter((item) => item !== '').slice(0, most);
}
