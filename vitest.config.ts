import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Left to itself, vitest keeps one core for whoever watches: half of a machine with two.
    maxWorkers: '100%',
    // `npm run soak` runs every property so many times as often.
    testTimeout: 60_000 * Number(process.env['SOAK'] ?? 1),
    hookTimeout: 60_000,
  },
});
