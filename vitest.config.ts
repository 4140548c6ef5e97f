import { defineConfig } from 'vitest/config';
import { peggyForVite } from './grammar/build/peggy-plugin.mjs';

export default defineConfig({
  plugins: [peggyForVite],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'node_modules/**'],
    setupFiles: ['test/kit/setup.ts'],
    // Properties run thousands of cases on machines that are slow at times.
    testTimeout: 60_000,
    // Modules are loaded once per worker, not once per file: that is half of the time. No test leaves anything behind.
    isolate: false,
  },
});
