/** Builds the page. */
import { build } from 'vite';
import { readArguments } from '../options.ts';

readArguments({ command: 'npm run build', about: 'Builds the page into dist/, for any web server.', options: {} });
await build({ logLevel: 'warn' });
