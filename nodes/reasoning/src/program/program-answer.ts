import type { CodeOutcome } from '@jacquard/node-kit';

/** Asks for a program, with one worked example in the manner of the paper. */
export const programPrompt = `Write a {{language}} program that answers the question. Put the reasoning into the names of variables and into comments, and define a function solution() that returns the answer. Write the program in one code block and nothing else.

Question: A weaver has 5 spools of 12 metres and uses 8 metres a day. How many metres are left after 3 days?

\`\`\`python
def solution():
    metres = 5 * 12
    used = 8 * 3
    left = metres - used
    return left
\`\`\`

Question: {{question}}`;

/** Shows a program and what came of it, and asks for a better one. */
export const repairPrompt = `{{prompt}}

This program was written:
{{program}}

It could not be used: {{fault}}

Write the program again, complete and mended, in one code block and nothing else.`;

/** The program with a call of its `solution` behind it, where it defines one. */
export function withCall(program: string): string {
  const defines = /^(?:async\s+)?(?:def|function)\s+solution\s*\(|^(?:const|let|var)\s+solution\s*=/mu;
  return defines.test(program) ? `${program}\nsolution()` : program;
}

/** The answer as text: the value, else the last line that was printed; undefined for neither. */
export function answerOf({ value, stdout }: Pick<CodeOutcome, 'value' | 'stdout'>): string | undefined {
  const printed = stdout.split('\n').findLast((line) => line.trim() !== '');
  if (value === undefined || value === null) return printed?.trim();
  return typeof value === 'string' ? value : JSON.stringify(value);
}
