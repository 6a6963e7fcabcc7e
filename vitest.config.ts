import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Many tests wait for processes of their own: on a small machine two files at a time take much less than one after the other. */
const atOnce = Math.max(2, availableParallelism() - 1);

/** Code that keeps nothing between calls: its tests share a thread, so that what they import is loaded once. */
const stateless = [
  'packages/{flow,canvas,protocol,messages,node-kit,executor}/src/**/*.test.ts',
  'nodes/*/src/**/*.test.ts',
  'tests/{architecture,contract}/**/*.test.ts',
];

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'threads',
    maxWorkers: atOnce,
    // A guard against what hangs, not a bound: the machine may be busy.
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'stateless', include: stateless, isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: [
            'packages/*/src/**/*.test.ts',
            'apps/*/src/**/*.test.{ts,tsx}',
            'tests/{integration,security}/**/*.test.ts',
          ],
          exclude: stateless,
        },
      },
    ],
  },
});
