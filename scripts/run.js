/**
 * Runs a TypeScript script under Node 20, with everything that Vite gives the page (`import.meta.glob`):
 *
 *     node scripts/run.js scripts/build/data.ts [arguments]
 *
 * The script may await at its top level. It fails by throwing, or by setting `process.exitCode`.
 */
import './nodeRequire.js';
import { resolve } from 'node:path';
import { createServer, createServerModuleRunner } from 'vite';

const [script, ...args] = process.argv.slice(2);
if (!script) {
  console.error('Usage: node scripts/run.js SCRIPT.ts [arguments]');
  process.exit(2);
}
const path = resolve(script);
process.argv = [process.argv[0], path, ...args];

/** tfjs imports all names of this CommonJS module, of which Node sees only the default one from outside. */
const seedrandom = {
  name: 'seedrandom',
  transform: (code) => code.replace("import * as seedrandom from 'seedrandom'", "import seedrandom from 'seedrandom'"),
};

const { NODE_ENV } = process.env;
const server = await createServer({
  configFile: false,
  appType: 'custom',
  plugins: [seedrandom],
  // tfjs's modules import each other without extensions, which only a bundler follows.
  ssr: { noExternal: [/^@tensorflow\//] },
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
// Vite has just said `development`; a build that the script starts would believe it.
if (NODE_ENV === undefined) delete process.env.NODE_ENV;
else process.env.NODE_ENV = NODE_ENV;
try {
  await createServerModuleRunner(server.environments.ssr).import(path);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await server.close();
}
