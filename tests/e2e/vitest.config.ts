import { defineConfig } from 'vitest/config';

/**
 * The browser tests: a real server, the real starter model, Chromium. One file at a time, since they share two cores; a
 * test that fails is tried once more, and the report names it (`retry x1`).
 */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    fileParallelism: false,
    retry: 1,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
