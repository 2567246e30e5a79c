/**
 * Compiles the kernels, packs the data, builds the page and serves it.
 *
 *     npm start
 */
import { createServer } from 'node:net';
import { build, preview } from 'vite';

const PORT = 4173;

/** Whether a server could listen there, on the addresses that the page will be served on. */
function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, 'localhost', () => probe.close(() => resolve(true)));
  });
}

if (await isFree(PORT)) {
  await import('./kernels.ts');
  await import('./data.ts');
  await build({ logLevel: 'warn' });
  await preview({ preview: { port: PORT, strictPort: true } });
  console.log(`\nThe GAN playground is ready: http://localhost:${PORT}\nPress Ctrl+C to stop.`);
} else {
  console.error(`Port ${PORT} is taken, probably by another playground. Stop that program, then start again.`);
  process.exitCode = 1;
}
