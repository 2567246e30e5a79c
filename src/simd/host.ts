/**
 * The one place that knows where the code runs: a browser (in a worker) or Node. It finds the kernels and starts helper
 * threads.
 */
/** What a helper thread needs to begin: see assembly/job.ts. */
export interface HelperStart {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** Address of the thread's own scratch area. */
  readonly scratch: number;
}

/** A helper thread that was asked to start. */
export interface Helper {
  /** Fulfilled when it is about to compute; rejected when its script does not come or does not run. */
  readonly ready: Promise<void>;
  /** Ends it by force. */
  end(): void;
}

/** With relaxed SIMD, whose multiply-add is fused, and without. */
export type Binary = 'relaxed' | 'plain';

/** The few pieces of Node that are used, so that the browser's types suffice for this folder. */
interface NodeWorker {
  once(event: 'message' | 'error', listener: (value: unknown) => void): void;
  unref(): void;
  terminate(): void;
}
interface NodeModules {
  'node:fs': { readFileSync(url: URL): Uint8Array<ArrayBuffer> };
  'node:os': { availableParallelism(): number };
  'node:v8': { setFlagsFromString(flag: string): void };
  'node:worker_threads': {
    Worker: new (source: string, options: { eval: true; workerData: HelperStart }) => NodeWorker;
  };
}
type BuiltinModule = <Name extends keyof NodeModules>(name: Name) => NodeModules[Name];

/** Node's own modules without an import statement, which a bundler for the browser would follow. */
const builtin = (globalThis as { process?: { getBuiltinModule?: BuiltinModule } }).process?.getBuiltinModule;

// Literal arguments: the bundler replaces exactly this form by the address of the asset.
const BINARIES: Readonly<Record<Binary, URL>> = {
  relaxed: new URL('./binaries/relaxed.wasm', import.meta.url),
  plain: new URL('./binaries/plain.wasm', import.meta.url),
};

export async function readBinary(binary: Binary): Promise<Uint8Array<ArrayBuffer>> {
  const url = BINARIES[binary];
  if (builtin !== undefined && url.protocol === 'file:') return builtin('node:fs').readFileSync(url);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText} for ${url.href}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Where relaxed SIMD waits for a flag, sets it. */
export function allowRelaxed(): void {
  builtin?.('node:v8').setFlagsFromString('--experimental-wasm-relaxed-simd');
}

/** How many threads this machine runs at once. */
export const processors = (): number =>
  builtin !== undefined ? builtin('node:os').availableParallelism() : navigator.hardwareConcurrency;

/** Whether threads may share memory: a page that is not cross-origin isolated has one thread. */
export const mayShareMemory = (): boolean => builtin !== undefined || globalThis.crossOriginIsolated;

const NODE_HELPER = `
const { workerData, parentPort } = require('node:worker_threads');
const { module, memory, scratch } = workerData;
const { exports } = new WebAssembly.Instance(module, { env: { memory }, Math });
exports.initialise(scratch);
parentPort.postMessage('ready');
exports.help();
`;

/** Starts a helper thread, without waiting for it. */
export function startHelper(start: HelperStart): Helper {
  if (builtin !== undefined) {
    const worker = new (builtin('node:worker_threads').Worker)(NODE_HELPER, { eval: true, workerData: start });
    const ready = new Promise<void>((resolve, reject) => {
      worker.once('message', () => {
        // From now on it keeps no process alive.
        worker.unref();
        resolve();
      });
      worker.once('error', reject);
    });
    return { ready, end: () => worker.terminate() };
  }
  const worker = new Worker(new URL('./pool.worker.ts', import.meta.url), { type: 'module' });
  const ready = new Promise<void>((resolve, reject) => {
    worker.addEventListener('message', () => resolve(), { once: true });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(event.message ? new Error(event.message) : new Error('The script of a helper thread did not come.'));
    });
  });
  worker.postMessage(start);
  return { ready, end: () => worker.terminate() };
}
