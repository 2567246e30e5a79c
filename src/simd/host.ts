/**
 * The one place that knows where the code runs: a browser (in a worker) or Node. It finds and compiles the
 * kernels, and starts helper threads.
 */
import { EngineError } from '../core/errors.ts';

/** What a helper thread needs to begin: see assembly/job.ts. */
export interface HelperStart {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** Address of the thread's own scratch area. */
  readonly scratch: number;
}

export interface Kernels {
  readonly module: WebAssembly.Module;
  /** Whether this binary fuses multiply and add. */
  readonly relaxed: boolean;
}

/** The few pieces of Node that are used, so that the browser's types suffice for this folder. */
interface NodeWorker {
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
const RELAXED = new URL('./binaries/relaxed.wasm', import.meta.url);
const PLAIN = new URL('./binaries/plain.wasm', import.meta.url);

async function load(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  if (builtin !== undefined && url.protocol === 'file:') return builtin('node:fs').readFileSync(url);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText} for ${url.href}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Loads the fastest binary that this machine can run; `relaxed: false` asks for the plain one.
 * @throws EngineError `backend-unavailable` when none is found or none can run here. */
export async function loadKernels(relaxed = true): Promise<Kernels> {
  try {
    if (relaxed) {
      const bytes = await load(RELAXED);
      // Node 20 has relaxed SIMD behind a flag that may be set at any time before compiling.
      if (!WebAssembly.validate(bytes)) builtin?.('node:v8').setFlagsFromString('--experimental-wasm-relaxed-simd');
      if (WebAssembly.validate(bytes)) return { module: await WebAssembly.compile(bytes), relaxed: true };
    }
    return { module: await WebAssembly.compile(await load(PLAIN)), relaxed: false };
  } catch (cause) {
    throw new EngineError('backend-unavailable', { code: 'backend.noKernels' }, { cause });
  }
}

/** How many threads to use: what was asked for, else all; but one where the page is not cross-origin isolated. */
export function threadsToUse(wanted: number | undefined): number {
  if (builtin !== undefined) return wanted ?? builtin('node:os').availableParallelism();
  return globalThis.crossOriginIsolated ? (wanted ?? navigator.hardwareConcurrency) : 1;
}

const NODE_HELPER = `
const { module, memory, scratch } = require('node:worker_threads').workerData;
const { exports } = new WebAssembly.Instance(module, { env: { memory } });
exports.initialise(scratch);
exports.help();
`;

/** Starts a helper thread, without waiting for it; returns what ends it by force. */
export function startHelper(start: HelperStart): () => void {
  if (builtin !== undefined) {
    const worker = new (builtin('node:worker_threads').Worker)(NODE_HELPER, { eval: true, workerData: start });
    worker.unref();
    return () => worker.terminate();
  }
  const worker = new Worker(new URL('./pool.worker.ts', import.meta.url), { type: 'module' });
  worker.postMessage(start);
  return () => worker.terminate();
}
