/** A list's mark before a thought: `1.`, `2)`, `-`, `•`. A minus before a figure is none. */
const mark = /^\s*(?:[-*•–]\s+|\(?\d{1,3}[.)]\s+)/u;

/** The proposals of one answer: a line each, without list marks and empty lines, at most `most`. A thought twice is kept twice. */
export function parseThoughts(answer: string, most: number): readonly string[] {
  const thoughts: string[] = [];
  for (const line of answer.split('\n')) {
    const thought = line.replace(mark, '').trim();
    if (thought === '') continue;
    thoughts.push(thought);
    if (thoughts.length === most) break;
  }
  return thoughts;
}
