/** WebGPU for Node: Dawn, Chromium's own implementation, from the npm package `webgpu`. */
import { create, globals } from 'webgpu';

/** Makes `navigator.gpu` and WebGPU's constants what a browser would offer. */
export function installWebgpu(): void {
  Object.assign(globalThis, globals);
  // Node 20 has no navigator, later versions have one without a GPU.
  const navigator = globalThis.navigator ?? {};
  Object.defineProperty(navigator, 'gpu', { value: create([]), configurable: true });
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
}
