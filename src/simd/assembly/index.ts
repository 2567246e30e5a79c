/** What a kernels binary exports. */
export { help } from './job';
export { initialise } from './arguments';
export { run } from './job';
export { replay } from './replay';
