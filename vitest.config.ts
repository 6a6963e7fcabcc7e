import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Many tests wait for processes of their own: on a small machine two files at a time take much less than one after the other. */
const atOnce = Math.max(2, availableParallelism() - 1);

export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'nodes/*/src/**/*.test.ts',
      'apps/*/src/**/*.test.{ts,tsx}',
      'tests/{architecture,contract,integration,security}/**/*.test.ts',
    ],
    environment: 'node',
    pool: 'threads',
    maxWorkers: atOnce,
    // A guard against what hangs, not a bound: the machine may be busy.
    testTimeout: 30_000,
  },
});
