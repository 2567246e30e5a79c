import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** With these a page is cross-origin isolated, and only then is memory shared between threads allowed. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Parts of the page that are fetched when somebody uses them, or once everything else is there. */
const LATER: ReadonlySet<string> = new Set([
  'BringDialog',
  'ComparePanel',
  'DiagnosisStrip',
  'inspection',
  'LookInside',
  'NetworksPanel',
  'ParamHelp',
  'PlaneCanvas',
  'QualityView',
  'SlowNotice',
]);

/** Texts of such a part, or of another language. */
const TEXTS = /\/src\/i18n\//;

/** Those, and the charts. */
const OF_ITS_OWN =
  /AddressField|BringDialog|ComparePanel|ParamHelp|SlowNotice|stepTime|state\/batchNorm|i18n\/(parts|translations)\/|core\/inspection|src\/diagnosis\/|ui\/(charts|diagnosis|inside|networks|plane|quality)\//;

/** The size budgets tell page and worker apart by these names: see scripts/build/sizes.ts. */
const namesOf = (part: 'page' | 'worker') => ({
  entryFileNames: `assets/${part}-[name]-[hash].js`,
  chunkFileNames: ({ name, facadeModuleId }: { readonly name: string; readonly facadeModuleId?: string | null }) =>
    `assets/${LATER.has(name) || TEXTS.test(facadeModuleId ?? '') ? 'later' : part}-[name]-[hash].js`,
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
      output: {
        ...namesOf('page'),
        // What several parts share stays in one piece, which compresses better than many.
        codeSplitting: { groups: [{ name: 'shared', test: (id) => !OF_ITS_OWN.test(id) }] },
      },
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
