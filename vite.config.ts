import react from '@vitejs/plugin-react';
import { minify } from 'terser';
import { defineConfig, type Plugin } from 'vite';

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

/** Those, and the charts with all that only they need. */
const OF_ITS_OWN =
  /AddressField|BringDialog|ComparePanel|ParamHelp|SlowNotice|stepTime|state\/batchNorm|few-scales|i18n\/(parts|translations)\/|core\/inspection|src\/diagnosis\/|ui\/(charts|diagnosis|inside|networks|plane|quality)\/|\/(recharts|victory-vendor|d3-[\w-]+|internmap|decimal\.js-light|immer|@?redux\w*|reselect|react-redux|es-toolkit|eventemitter3|tiny-invariant)\//;

/** The size budgets tell page and worker apart by these names: see scripts/build/sizes.ts. */
const namesOf = (part: 'page' | 'worker') => ({
  entryFileNames: `assets/${part}-[name]-[hash].js`,
  chunkFileNames: ({ name, facadeModuleId }: { readonly name: string; readonly facadeModuleId?: string | null }) =>
    `assets/${LATER.has(name) || TEXTS.test(facadeModuleId ?? '') ? 'later' : part}-[name]-[hash].js`,
});

/** The usual minifier is quick. Another, over what it made of the page, takes four kilobytes off (gzip). */
const minifyAgain: Plugin = {
  name: 'minify-again',
  apply: 'build',
  async generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || !/^assets\/(page|later)-/.test(chunk.fileName)) continue;
      const { code } = await minify(chunk.code, { module: true, ecma: 2020, compress: { passes: 2 } });
      if (code) chunk.code = code;
    }
  },
};

/**
 * Recharts finds scales by name, so all of d3-scale would be bundled, with calendars and time formats. These are the
 * ones that our charts can ask for.
 */
const fewScales: Plugin = {
  name: 'few-scales',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id === 'victory-vendor/d3-scale' ? '\0few-scales' : null),
  async load(id) {
    if (id !== '\0few-scales') return null;
    const d3Scale = await this.resolve('d3-scale', 'node_modules/victory-vendor/package.json');
    return `export { scaleBand, scaleLinear, scaleLog, scalePoint } from ${JSON.stringify(d3Scale?.id)};`;
  },
};

export default defineConfig({
  // One page: a file that is missing is 404, not the page again.
  appType: 'mpa',
  plugins: [react(), fewScales, minifyAgain],
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
