import type { SandboxLanguage } from '../run-request.ts';
import { ProcessPool } from './process-pool.ts';
import { processOptions } from './process-options.ts';
import { createPythonSnapshot } from './python-snapshot.ts';
import { startSandboxProcess } from './sandbox-process.ts';

/** The longest line of a reply, in bytes: all limits at their most, as JSON. */
const longestLine = 160 * 1024 ** 2;

/** Jobs that may wait for each language. */
const longestQueue = 1000;

/** A pool for each language, and the end of them all. */
export interface Pools {
  readonly of: Readonly<Record<SandboxLanguage, ProcessPool>>;
  /** Ends all processes and removes what was kept for them; resolves when they are gone. */
  close(): Promise<void>;
}

interface PoolsOptions {
  readonly cacheFolder: string | undefined;
  readonly atOnce: number;
  readonly idleAfter: number;
}

/**
 * A pool a language. A process for JavaScript goes on to the next job, in a new instance of the interpreter with new memory, which code
 * can't leave. One for Python is thrown away after its job: what code may have done to an interpreter of that size can't be undone
 * for sure.
 */
export function createPools({ cacheFolder, ...limits }: PoolsOptions): Pools {
  const snapshot = createPythonSnapshot(cacheFolder);
  const pools: Pools['of'] = {
    javascript: new ProcessPool({
      ...limits,
      longestQueue,
      isReused: true,
      start: async () =>
        startSandboxProcess({
          script: new URL('../interpreter/javascript-main.ts', import.meta.url),
          parameters: [],
          options: processOptions('javascript'),
          longestLine,
        }),
    }),
    python: new ProcessPool({
      ...limits,
      longestQueue,
      isReused: false,
      async start() {
        const file = await snapshot.open();
        const started = startSandboxProcess({
          script: new URL('../interpreter/python-main.ts', import.meta.url),
          parameters: file === undefined ? [] : [file],
          options: processOptions('python', file === undefined ? [] : [file]),
          longestLine,
        });
        void Promise.race([started.ready, started.ended.then(() => false)]).then((isReady) => {
          if (!isReady && !started.wasKilled()) snapshot.discard(); // the next one starts from nothing
        });
        return started;
      },
    }),
  };
  return {
    of: pools,
    async close() {
      await Promise.all(Object.values(pools).map((pool) => pool.close()));
      snapshot.close();
    },
  };
}
