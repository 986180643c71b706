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
    // Node reads TypeScript by WebAssembly, compiled anew in each thread. Where one of its wrappers had been called a thousand
    // times V8 exchanged it, and two threads doing so ended the process (Check failed: jit_page.has_value(), nodejs/node#64500).
    // Here no wrapper is ever called often enough. The built app has no WebAssembly.
    execArgv: ['--wasm-wrapper-tiering-budget=1000000000'],
    testTimeout: 20_000,
  },
});
