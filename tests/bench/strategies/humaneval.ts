import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from '@jacquard/sandbox';
import { z } from 'zod';
import { say } from './say.ts';

const itemSchema = z.object({
  task_id: z.string(),
  prompt: z.string(),
  entry_point: z.string(),
  canonical_solution: z.string(),
  test: z.string(),
  solution: z.string(),
  is_solved: z.boolean(),
});
type Item = z.output<typeof itemSchema>;

/**
 * Python problems with their tests, run in the sandbox: the solutions that came with them must pass, and of the solutions that GPT-4 wrote
 * by Reflexion (Shinn et al. 2023) the sandbox must say what was recorded of them.
 */
export async function measureHumanEval(folder: string): Promise<void> {
  const lines = readFileSync(join(folder, 'humaneval/recorded-reflexion.jsonl'), 'utf8').trim().split('\n');
  const items = lines.map((line) => itemSchema.parse(JSON.parse(line)));
  const sandbox = createSandbox();
  const started = performance.now();
  try {
    const canonical = await failuresOf(sandbox, items, ({ prompt, canonical_solution }) => prompt + canonical_solution);
    const written = await failuresOf(sandbox, items, ({ prompt, solution }) => `${prompt}    pass\n${solution}`);
    const apart = items.filter(({ task_id, is_solved }) => written.has(task_id) === is_solved);
    say(`canonical solutions that pass: ${items.length - canonical.size} of ${items.length}`);
    for (const [id, reason] of canonical) say(`  ${id}: ${reason}`);
    say(`solutions of GPT-4 that pass: ${items.length - written.size} of ${items.length}`);
    say(`verdicts as recorded: ${items.length - apart.length} of ${items.length}`);
    for (const { task_id } of apart) say(`  ${task_id}: ${written.get(task_id) ?? 'passes'}`);
    say(`${((performance.now() - started) / (2 * items.length)).toFixed(0)} ms a program`);
    if (canonical.size + apart.length > 0) process.exitCode = 1;
  } finally {
    await sandbox.close();
  }
}

/** What failed, by item, with the reason. */
async function failuresOf(
  sandbox: Sandbox,
  items: readonly Item[],
  programOf: (item: Item) => string,
): Promise<ReadonlyMap<string, string>> {
  const failures = new Map<string, string>();
  const check = async (item: Item): Promise<void> => {
    const code = `${programOf(item)}\n${item.test}\ncheck(${item.entry_point})\n`;
    const { ended, error } = await sandbox.run({ language: 'python', code, limits: { time: 30_000 } });
    if (ended !== 'finished') failures.set(item.task_id, error ? `${error.name}: ${error.message}` : ended);
  };
  await Promise.all(items.map(check));
  return failures;
}
