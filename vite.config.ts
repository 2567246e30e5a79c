import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** With these a page is cross-origin isolated, and only then is memory shared between threads allowed. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** The size budgets tell page and worker apart by these names: see scripts/sizes.ts. */
const namesOf = (part: 'page' | 'worker') => ({
  entryFileNames: `assets/${part}-[name]-[hash].js`,
  chunkFileNames: `assets/${part}-[name]-[hash].js`,
});

export default defineConfig({
  // One page: a file that is missing is 404, not the page again.
  appType: 'mpa',
  plugins: [react()],
  build: {
    target: 'es2023',
    // Every browser with that much of the language preloads modules by itself.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: namesOf('page'),
      // Nothing that the page imports acts by being read.
      treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false },
    },
  },
  worker: {
    format: 'es',
    rolldownOptions: { output: namesOf('worker') },
  },
  server: { headers },
  preview: { headers, port: 4173, strictPort: true },
});
