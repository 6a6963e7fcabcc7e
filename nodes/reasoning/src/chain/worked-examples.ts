import { Problem, type Table } from '@jacquard/node-kit';

/** A solved example with the reasoning that leads to its answer. */
export interface WorkedExample {
  readonly question: string;
  readonly reasoning: string;
  readonly answer: string;
}

/** Reads a table whose first three columns are question, reasoning and answer; throws `worked-examples-missing` for another. */
export function readWorkedExamples({ columns, rows }: Table): readonly WorkedExample[] {
  const [question, reasoning, answer] = columns;
  const isWhole = question !== undefined && reasoning !== undefined && answer !== undefined;
  if (!isWhole || rows.length === 0) throw new Problem('worked-examples-missing', { columns, rows: rows.length });
  return rows.map((row) => ({
    question: String(row[question] ?? ''),
    reasoning: String(row[reasoning] ?? ''),
    answer: String(row[answer] ?? ''),
  }));
}

/** What stands before an answer in a worked example, and is looked for in what the model writes (Wei et al. 2022). */
export const answerMarker = 'The answer is';

/** The examples and the question as one prompt, in the form of Wei et al. 2022. */
export function showWorkedExamples(examples: readonly WorkedExample[], question: string): string {
  const shown = examples.map((one) => {
    const reasoning = one.reasoning.trim();
    return `Q: ${one.question.trim()}\nA: ${reasoning}${reasoning === '' ? '' : ' '}${answerMarker} ${one.answer.trim()}.`;
  });
  return [...shown, `Q: ${question}\nA:`].join('\n\n');
}
