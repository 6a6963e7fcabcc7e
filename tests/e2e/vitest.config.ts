import { defineConfig } from 'vitest/config';

/**
 * The browser tests: real servers, the real starter model, Chromium; two files at a time. They share the machine with
 * each other, so a test that fails is tried once more; the report names each that was (`retry x1`).
 */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    maxWorkers: 2,
    retry: 1,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
