import { defineConfig } from 'vitest/config';

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
  },
});
