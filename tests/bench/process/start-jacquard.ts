import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../fixtures/free-port.ts';
import { observe, type ChildProgram } from './child-program.ts';

/** Jacquard as the command line starts it, on a home of its own and without a model to fetch. */
export interface MeasuredJacquard extends Pick<ChildProgram, 'cpuSeconds' | 'memory' | 'end'> {
  readonly url: string;
  /** Milliseconds from the start of the process to the first answer of `/healthz`. */
  readonly startTime: number;
}

const main = join(import.meta.dirname, '../../../apps/cli/src/main.ts');

/** Starts it and waits for the first `/healthz`. `home` is removed when it ends, unless it was given. */
export async function startJacquard(
  environment: Readonly<Record<string, string>> = {},
  home?: string,
): Promise<MeasuredJacquard> {
  const folder = home ?? mkdtempSync(join(tmpdir(), 'jacquard-bench-'));
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, 'start', '--no-open'], {
    env: {
      ...process.env,
      JACQUARD_HOME: folder,
      JACQUARD_MODEL: 'none',
      PORT: String(port),
      LOG_LEVEL: 'warn',
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  while ((await fetch(`${url}/healthz`).catch(() => undefined))?.ok !== true) {
    if (child.exitCode !== null) throw new Error('jacquard start ended');
    await new Promise((resume) => setTimeout(resume, 5));
  }
  const startTime = performance.now() - started;
  const { cpuSeconds, memory, end } = observe(child);
  return {
    url,
    startTime,
    cpuSeconds,
    memory,
    async end() {
      await end();
      if (home === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
