import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEquality, extractAnswer } from '@jacquard/node-kit';
import { z } from 'zod';
import { say } from './say.ts';

const itemSchema = z.object({
  id: z.number(),
  answer: z.string(),
  solutions: z.record(z.string(), z.object({ is_correct: z.boolean(), solution: z.string() })),
});

/** The form of these solutions: a last line that begins with it. */
const how = { kind: 'marker', marker: 'A:' } as const;

/**
 * Extraction and numeric equality on what four models really answered to GSM8K's questions (Cobbe et al. 2021): whether the verdict
 * that comes of them is the recorded one.
 */
export async function measureGsm8k(folder: string): Promise<void> {
  const lines = readFileSync(join(folder, 'gsm8k', 'recorded-solutions.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const areEqual = createEquality({ kind: 'numeric' }, { signal: new AbortController().signal });
  const unlike: string[] = [];
  let agreed = 0;
  for (const line of lines) {
    const { id, answer, solutions } = itemSchema.parse(JSON.parse(line));
    const right = (await extractAnswer(answer, how)) ?? '';
    for (const [model, { is_correct: isCorrect, solution }] of Object.entries(solutions)) {
      const given = await extractAnswer(solution, how);
      const isRight = given !== undefined && (await areEqual(given, right));
      if (isRight === isCorrect) agreed += 1;
      else
        unlike.push(
          `  question ${id}, ${model}: ${given ?? 'no answer'}, where ${right} is right; recorded: ${isCorrect}`,
        );
    }
  }
  say(
    `extraction and numeric equality agree with the recorded verdict for ${agreed} of ${agreed + unlike.length} solutions`,
  );
  for (const line of unlike.slice(0, 50)) say(line);
}
