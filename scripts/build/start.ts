/** Builds the page and serves it. */
import { createServer } from 'node:net';
import { build, preview } from 'vite';
import { readArguments, UsageError, wholeNumber } from '../options.ts';

const { values } = readArguments({
  command: 'npm start',
  about: 'Builds the page, serves it and prints the address.',
  options: { port: { takes: 'N', says: 'where to serve it; 4173 by default' } },
});
const port = wholeNumber('port', values.port ?? '4173', { least: 1, most: 65_535 });

/** Whether a server could listen there, on the addresses that the page will be served on. */
function isFree(): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, 'localhost', () => probe.close(() => resolve(true)));
  });
}

if (!(await isFree()))
  throw new UsageError(
    `Port ${port} is taken, probably by another playground. Stop that program, or choose another with npm start -- --port N.`,
  );
console.log('Building the page …');
await build({ logLevel: 'warn' });
await preview({ preview: { port, strictPort: true } });
console.log(`\nThe GAN playground is ready: http://localhost:${port}\nPress Ctrl+C to stop.`);
