/**
 * tfjs's modules, when they are not bundled, call a global `require` to reach Node's own. Imported before tfjs
 * wherever it runs under Node.
 */
import { createRequire } from 'node:module';

globalThis.require ??= createRequire(import.meta.url);
