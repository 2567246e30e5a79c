/** What a kernels binary exports. */
export { help, initialise, run } from './job';
