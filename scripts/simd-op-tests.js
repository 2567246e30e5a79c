/**
 * Runs tfjs-core's own tests of its ops (Jasmine, shipped inside the npm package) on the `simd` backend:
 *
 *     node scripts/simd-op-tests.js [--plain] [--grep TEXT] [--backend cpu]
 *
 * Here is only what loads TypeScript and tfjs's modules under Node; the run itself is simd-op-tests.run.ts.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createServer, createServerModuleRunner } from 'vite';

globalThis.require ??= createRequire(import.meta.url);

/** tfjs imports all names of this CommonJS module, of which Node sees only the default one from outside. */
const seedrandom = {
  name: 'seedrandom',
  transform: (code) => code.replace("import * as seedrandom from 'seedrandom'", "import seedrandom from 'seedrandom'"),
};

const server = await createServer({
  configFile: false,
  appType: 'custom',
  plugins: [seedrandom],
  ssr: { noExternal: [/^@tensorflow\//] },
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
try {
  await createServerModuleRunner(server.environments.ssr).import(
    fileURLToPath(new URL('simd-op-tests.run.ts', import.meta.url)),
  );
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await server.close();
}
process.exit();
