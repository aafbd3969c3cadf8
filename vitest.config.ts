import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { kernelPlugin } from './tools/kernel-plugin.ts';

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    projects: [
      {
        plugins: [kernelPlugin()],
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/{unit,property,golden,sql,oracle,sample,project}/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // These run in Node too, and drive an installed browser through playwright-core; one at a time, after the others.
        plugins: [kernelPlugin()],
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
