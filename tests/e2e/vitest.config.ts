import { defineConfig } from 'vitest/config';

/** The browser tests: a real server, the real starter model, Chromium. One at a time, since they share two cores. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
