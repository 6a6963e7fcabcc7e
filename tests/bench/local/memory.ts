import { readFileSync } from 'node:fs';
import { eachOf, wholeAnswer } from './answer.ts';
import { openHostSide } from './host-side.ts';
import { print } from './print.ts';

const count = 2_000;
const warm = 200;

/** The host's memory over many requests: flat, and given back when it stops for being idle. */
export async function watchMemory(): Promise<void> {
  const { model, models, close } = await openHostSide();
  const megabytes = (): number => {
    const status = readFileSync(`/proc/${models.hostProcess() ?? 'self'}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  };
  const ask = (from: number, to: number): Promise<unknown> =>
    eachOf(
      Array.from({ length: to - from }, (_asked, index) => from + index),
      16,
      (index) =>
        wholeAnswer(model, `Say hello to number ${index}, please.`, { maxTokens: 6, run: `run-${index % 16}` }),
    );
  try {
    await ask(0, warm);
    const before = megabytes();
    const seen: number[] = [];
    for (let done = warm; done < warm + count; done += 250) {
      await ask(done, Math.min(done + 250, warm + count));
      seen.push(megabytes());
    }
    const growth = (100 * (Math.max(...seen) - before)) / before;
    print(
      `memory after ${warm} requests ${before.toFixed(0)} MB; over ${count} more ${seen.map((value) => value.toFixed(0)).join(', ')} MB`,
    );
    print(`largest growth: ${growth.toFixed(1)} % (within 5)`);
  } finally {
    await close();
  }
}
