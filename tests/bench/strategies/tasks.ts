import { Problem, sideBySide } from '@jacquard/node-kit';
import { openHostSide } from '../local/host-side.ts';
import { countCalls } from './counted-model.ts';
import { judgeOutput } from './judge-output.ts';
import { measuredStrategies, type AskedItem } from './measured-strategies.ts';
import { say } from './say.ts';
import { readTask, type TaskItem } from './task-items.ts';
import { tasksByHand } from './tasks-by-hand.ts';

/** `JACQUARD_BENCH_ITEMS=10` takes a part of the 50; `JACQUARD_BENCH_STRATEGIES="direct;few-shot"` some of the strategies. */
const most = Number(process.env['JACQUARD_BENCH_ITEMS'] ?? 50);
/** So many items are answered side by side: the host draws their tokens together. */
const atOnce = 8;
const wanted = process.env['JACQUARD_BENCH_STRATEGIES']?.split(';');

/**
 * Strategies × tasks on the starter model: accuracy (exact, and in parentheses where the answer at least names the right output and no
 * other option), and what an item costs on average.
 */
export async function measureTasks(folder: string): Promise<void> {
  const host = await openHostSide();
  const tasks = Object.entries(tasksByHand).map(([name, task]) => ({ name, task, items: readTask(folder, name) }));
  say(
    `${Math.min(most, 50)} items a task: exact (named), then calls and tokens an item, and seconds with ${atOnce} side by side`,
  );
  say(`${'strategy'.padEnd(28)} ${tasks.map(({ name }) => name.padStart(19)).join(' ')}   calls  tokens      s`);
  try {
    for (const [name, ask] of Object.entries(measuredStrategies)) {
      if (wanted && !wanted.includes(name)) continue;
      const cells: string[] = [];
      const counted = countCalls(host.model);
      const began = performance.now();
      let asked = 0;
      for (const { task, items } of tasks) {
        const part = items.execute.slice(0, most);
        let [exact, named] = [0, 0];
        const judge = async (item: TaskItem): ReturnType<typeof judgeOutput> => {
          const given = await answerOrNothing(ask, { model: counted.model, task, items, item });
          return judgeOutput(given, item, task);
        };
        for await (const { result } of sideBySide(part, atOnce, judge)) {
          const { isExact, isNamed } = result;
          exact += Number(isExact);
          named += Number(isNamed);
        }
        asked += part.length;
        cells.push(`${exact} (${named}) of ${part.length}`.padStart(19));
      }
      const { calls, tokens } = counted.count();
      const cost = [calls / asked, tokens / asked, (performance.now() - began) / 1000 / asked];
      const [callsEach, tokensEach, secondsEach] = cost.map((each) => each.toFixed(1));
      say(
        `${name.padEnd(28)} ${cells.join(' ')} ${callsEach?.padStart(7)} ${tokensEach?.padStart(7)} ${secondsEach?.padStart(6)}`,
      );
    }
  } finally {
    await host.close();
  }
}

/** A strategy that finds nothing has answered nothing. */
async function answerOrNothing(ask: (asked: AskedItem) => Promise<string>, asked: AskedItem): Promise<string> {
  try {
    return await ask(asked);
  } catch (error) {
    if (Problem.is(error) && error.kind !== 'bug') return '';
    throw error;
  }
}
