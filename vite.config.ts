import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { formulas } from './scripts/build/formulas.ts';
import { lateParts, workerParts } from './scripts/build/parts.ts';

/** With these a page is cross-origin isolated, and only then is memory shared between threads allowed. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export default defineConfig({
  // The built folder may lie anywhere on a server: every address in it is relative.
  base: './',
  // One page: a file that is missing is 404, not the page again.
  appType: 'mpa',
  plugins: [react(), lateParts(), formulas()],
  build: {
    target: 'es2023',
    // Every browser with that much of the language preloads modules by itself.
    modulePreload: { polyfill: false },
    // Nothing that the page imports acts by being read.
    rolldownOptions: {
      treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false },
      // How long each plugin took is of no use to who wants the page.
      checks: { bundlerTimings: false },
    },
  },
  worker: {
    format: 'es',
    plugins: () => [workerParts()],
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  server: { headers },
  preview: { headers, port: 4173, strictPort: true },
});
