/** A helper thread in the browser: computes chunks until the pool is disposed. */
import type { HelperStart } from './host.ts';
import { importsOf } from './imports.ts';

addEventListener('message', ({ data: { module, memory, scratch } }: MessageEvent<HelperStart>) => {
  const { exports } = new WebAssembly.Instance(module, importsOf(memory));
  const { initialise, help } = exports as { initialise(scratch: number): void; help(): void };
  initialise(scratch);
  postMessage('ready');
  help();
  close();
});
