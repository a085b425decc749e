import { defineConfig } from 'vitest/config';

/** Against the running platform, in a real browser: one file after another, on two cores. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    expect: { requireAssertions: true },
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 180_000,
  },
});
