import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  resolve: {
    alias: {
      // Importing the real package in plain Node tries to download its binary.
      electron: `${import.meta.dirname}/fakes/electron.ts`,
    },
  },
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx', 'tests/contract/**/*.test.ts', 'tests/architecture/**/*.test.ts', 'tests/shell/**/*.test.ts'],
    server: { deps: { inline: ['electron-store'] } },
    pool: 'forks',
    testTimeout: 20_000,
  },
});
