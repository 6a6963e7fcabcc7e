import { readFileSync } from 'node:fs';
import { eachOf, wholeAnswer } from './answer.ts';
import { openHostSide } from './host-side.ts';
import { print } from './print.ts';

const count = 2_000;
const warm = 200;
/** Milliseconds after which an idle host is stopped, here. */
const idleAfter = 5_000;

/** The host's memory over many requests: flat, and given back when it stops for being idle. */
export async function watchMemory(): Promise<void> {
  const { model, models, close } = await openHostSide(idleAfter);
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
    for (let tries = 0; tries < 20 && models.hostProcess() !== undefined; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    print(
      models.hostProcess() === undefined ? 'idle: its process is gone, with all its memory' : 'idle: it is still there',
    );
  } finally {
    await close();
  }
}
