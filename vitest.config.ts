import { defineConfig } from 'vitest/config'

// Generous on purpose: no test is about time, and a busy machine is not a failure.
const testTimeout = 120_000
const expect = { poll: { timeout: 60_000 } }

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'core', include: ['test/core/**/*.test.ts'], environment: 'node', testTimeout } },
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'dom',
          include: ['test/widget/**/*.test.{ts,tsx}', 'test/extension/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          expect,
          testTimeout,
        },
      },
      { test: { name: 'studio', include: ['test/studio/**/*.test.ts'], environment: 'node', testTimeout } },
      { test: { name: 'architecture', include: ['test/*.test.ts'], environment: 'node', testTimeout } },
      { test: { name: 'built', include: ['test/built/**/*.test.ts'], environment: 'node', testTimeout, expect } },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          expect,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'slow',
          include: ['test/slow/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          expect,
          testTimeout: 1_800_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
