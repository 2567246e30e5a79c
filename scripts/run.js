/**
 * Runs a TypeScript script under Node 20, with everything that Vite gives the page (`import.meta.glob`):
 *
 *     node scripts/run.js [--bare] scripts/cli/soak.ts [arguments]
 *
 * Kernels and data are made first, if they are missing or out of date; not with `--bare`. The script may await at its top
 * level. It fails by throwing, or by setting `process.exitCode`; it ends with a sentence by throwing an `Ending`.
 */
import './nodeRequire.js';
import { resolve } from 'node:path';
import { createServer, createServerModuleRunner } from 'vite';

const given = process.argv.slice(2);
const isBare = given[0] === '--bare';
const [script, ...args] = given.slice(Number(isBare));
if (!script) {
  console.error('Usage: node scripts/run.js [--bare] SCRIPT.ts [arguments]');
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
  // tfjs's modules import each other without extensions, which only a bundler follows; so does Vite alone find the module
  // beside gifenc's CommonJS.
  ssr: { noExternal: [/^@tensorflow\//, 'gifenc'] },
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
// Vite has just said `development`; a build that the script starts would believe it.
if (NODE_ENV === undefined) delete process.env.NODE_ENV;
else process.env.NODE_ENV = NODE_ENV;
try {
  const runner = createServerModuleRunner(server.environments.ssr);
  // Whoever only asks for help does not wait.
  if (!isBare && !args.includes('--help')) await (await runner.import(resolve('scripts/build/prepare.ts'))).default();
  await runner.import(path);
} catch (error) {
  // An ending of options.ts: its message is all there is to say.
  const { exitStatus } = error;
  if (exitStatus === undefined) console.error(error);
  else (exitStatus === 0 ? console.log : console.error)(error.message);
  process.exitCode = exitStatus ?? 1;
} finally {
  await server.close();
}
