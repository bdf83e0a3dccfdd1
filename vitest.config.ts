import { defineConfig } from 'vitest/config';

export default defineConfig({
  // `graphql` 16 has no export map: Vite would pick index.mjs while node_modules pick index.js.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  // Legacy (parameter) decorators for every file, whatever tsconfig "include" says.
  oxc: { decorator: { legacy: true } },
  test: {
    include: ['{src,test}/**/*.test.ts'],
    globalSetup: ['test/support/template-database.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Most of a test's time is spent waiting for sockets and the database, so two files at a time suit two cores.
    maxWorkers: 2,
  },
});
