/** Serves the sources while somebody works on them. */
import { createServer } from 'vite';
import { readArguments, wholeNumber } from '../options.ts';

const { values } = readArguments({
  command: 'npm run dev',
  about: 'Serves the sources; what is changed appears at once.',
  options: { port: { takes: 'N', says: 'where to serve them; 5173, or the next that is free, by default' } },
});
const server = await createServer({
  server:
    values.port === undefined ? {} : { port: wholeNumber('port', values.port, { most: 65_535 }), strictPort: true },
});
await server.listen();
server.printUrls();
