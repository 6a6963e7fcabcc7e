import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const itemSchema = z.object({ split: z.enum(['induce', 'execute']), input: z.string(), output: z.string() });

/** An input and its right output. */
export interface TaskItem {
  readonly input: string;
  readonly output: string;
}

/** A task of instruction induction (Honovich et al. 2022): half of it to induce a prompt from, half to measure on. */
export interface TaskItems {
  readonly induce: readonly TaskItem[];
  readonly execute: readonly TaskItem[];
}

/** Reads a task of the folder of measuring data. */
export function readTask(folder: string, task: string): TaskItems {
  const lines = readFileSync(join(folder, 'instruction-induction', `${task}.jsonl`), 'utf8')
    .trim()
    .split('\n');
  const items = lines.map((line) => itemSchema.parse(JSON.parse(line)));
  const of = (split: 'induce' | 'execute'): TaskItem[] =>
    items.filter((item) => item.split === split).map(({ input, output }) => ({ input, output }));
  return { induce: of('induce'), execute: of('execute') };
}
