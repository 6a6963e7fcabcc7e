import { readFileSync } from 'node:fs';
import { createSandbox, type SandboxLanguage } from '@jacquard/sandbox';
import { say } from './strategies/say.ts';

/**
 * What a small test costs in the sandbox when it is warm, and what many runs leave behind: memory of this process and of those that run
 * code, and processes that are still there. `npm run bench -- sandbox 1000` says how many runs; 200 without it.
 */
const runs = Number(process.argv.slice(2).find((word) => /^\d+$/u.test(word)) ?? 200);
const sandbox = createSandbox({ atOnce: 1 });

const tests: Readonly<Record<SandboxLanguage, { readonly code: string; readonly test: string }>> = {
  javascript: { code: 'const add = (a, b) => a + b;', test: 'assertEquals(add(1, 2), 3)' },
  python: { code: 'def add(a, b):\n    return a + b', test: 'assert add(1, 2) == 3' },
};

for (const language of ['javascript', 'python'] as const) {
  const { code, test } = tests[language];
  const runOnce = async (): Promise<number> => {
    const { tests: results, duration } = await sandbox.runTests({
      language,
      code,
      tests: [{ name: 'adds', code: test }],
    });
    if (results[0]?.outcome !== 'passed') throw new Error(`${language}: ${JSON.stringify(results)}`);
    return duration;
  };
  await runOnce();
  await wait(3000); // until one is warm again
  const warm: number[] = [];
  for (let index = 0; index < 5; index++) {
    warm.push(await runOnce());
    await wait(2000);
  }
  say(`${language}: a small test in a warm process ${median(warm).toFixed(0)} ms`);
  const before = memory();
  const started = performance.now();
  for (let index = 0; index < runs; index++) await runOnce();
  const each = (performance.now() - started) / runs;
  say(`${language}: ${runs} runs one after another, ${each.toFixed(0)} ms each`);
  say(
    `  this process ${before.own} → ${memory().own} MB, those that run code ${before.others} → ${memory().others} MB`,
  );
}
const ids = sandbox.processes();
await sandbox.close();
say(`processes before the end ${ids.length}, after it ${ids.filter(isThere).length}`);

function memory(): { readonly own: number; readonly others: number } {
  globalThis.gc?.();
  const others = sandbox.processes().map(residentMegabytes);
  return { own: Math.round(process.memoryUsage.rss() / 1024 ** 2), others: others.reduce((sum, one) => sum + one, 0) };
}

/** Of another process; 0 where the system doesn't tell, or it has gone. */
function residentMegabytes(id: number): number {
  try {
    const [, kilobytes = '0'] = /VmRSS:\s*(\d+)/u.exec(readFileSync(`/proc/${id}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return 0;
  }
}

function isThere(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
