import { renderTemplate, type ChatModel } from '@jacquard/node-kit';
import { runNode } from '@jacquard/node-kit/testing';
import { openHostSide } from '../local/host-side.ts';
import { countCalls } from './counted-model.ts';
import { judgeOutput } from './judge-output.ts';
import { chat } from './measured-strategies.ts';
import { strategy } from './reasoning-family.ts';
import { say } from './say.ts';
import { readTask, type TaskItem } from './task-items.ts';
import { tasksByHand, type TaskByHand } from './tasks-by-hand.ts';

const names = ['sentiment', 'larger_animal', 'singular_to_plural'];
/** What one may write who knows nothing of the task. */
const defaultPrompt = 'Complete the task.';
const template = 'Instruction: {{prompt}}\n\nInput: {{input}}\nOutput:';
const settings = { proposals: 6, rounds: 1, variations: 3, keep: 2, scored: 10, heldOut: 10, maxTokens: 24 };

/**
 * APE on the starter model: prompts are induced and chosen on one half of a task, and measured on the other, beside a prompt that says
 * nothing of the task and one written by hand. Chosen twice: by accuracy, and by likelihood.
 */
export async function measureApe(folder: string): Promise<void> {
  const most = Number(process.env['JACQUARD_BENCH_ITEMS'] ?? 50);
  const host = await openHostSide();
  try {
    for (const name of names) {
      const task = tasksByHand[name];
      if (!task) continue;
      const { induce, execute } = readTask(folder, name);
      const items = execute.slice(0, most);
      say(`\n${name}, ${items.length} items: exact (named)`);
      await report('default', defaultPrompt, host.model, items, task);
      await report('by hand', task.instruction, host.model, items, task);
      for (const scoring of ['accuracy', 'likelihood']) {
        const counted = countCalls(host.model);
        const rows = induce.map(({ input, output }) => ({ input, output }));
        const inputs = { ...settings, model: counted.model, examples: { columns: ['input', 'output'], rows }, scoring };
        const { outputs } = await runNode(strategy('reasoning.optimise-prompt'), { inputs });
        await report(`APE by ${scoring}`, String(outputs['prompt']), host.model, items, task);
      }
    }
  } finally {
    await host.close();
  }
}

async function report(
  who: string,
  prompt: string,
  model: ChatModel,
  items: readonly TaskItem[],
  task: TaskByHand,
): Promise<void> {
  let [exact, named] = [0, 0];
  for (const item of items) {
    const given = await chat(model, renderTemplate(template, { prompt, input: item.input }), 0);
    const { isExact, isNamed } = await judgeOutput(given, item, task);
    exact += Number(isExact);
    named += Number(isNamed);
  }
  say(`  ${who.padEnd(18)} ${`${exact} (${named})`.padStart(8)}  ${prompt}`);
}
