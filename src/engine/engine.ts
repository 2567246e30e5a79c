import { EngineError } from '../core/errors.ts';
import { decodePictureInBrowser } from '../data/decoders/browserPicture.ts';
import type { DecodePicture } from '../data/decoders/pictures.ts';
import type { EngineEvent, PlaygroundEngine, RunId } from '../protocol/index.ts';
import { backendStarters } from './backends/index.ts';
import { type BackendPool, createPool } from './backends/pool.ts';
import type { Context, Handlers } from './context.ts';
import { createAside } from './keep/aside.ts';
import { createShelf } from './measure/evaluator/shelf.ts';
import { latent } from './requests/latent.ts';
import { looking } from './requests/looking.ts';
import { opening } from './requests/opening.ts';
import { playing } from './requests/playing.ts';
import { sets } from './requests/sets.ts';
import { training } from './requests/training.ts';
import { close } from './run/control.ts';
import { createLoop } from './run/loop.ts';
import { isRunning, type Run, stop } from './run/run.ts';
import { slice } from './run/slice.ts';
import { createTogether } from './run/together.ts';
import { createImports } from './sets/imports.ts';
import { createLibrary } from './sets/library.ts';

/** For runs that were put aside, unless told otherwise: 512 MB. */
const ASIDE_BYTES = 512 * 2 ** 20;

export interface EngineOptions {
  /** Address of the folder with a folder for each data set; ends with a slash. */
  readonly dataBase: string | URL;
  readonly fetch?: typeof fetch;
  /** How each backend is started; the real ones unless told otherwise. */
  readonly starters?: BackendPool['starters'];
  /** How pictures that people bring are decoded; the browser does it unless told otherwise. */
  readonly decodePicture?: DecodePicture;
  /** Bytes for runs that were put aside. */
  readonly asideBytes?: number;
}

function createContext(options: EngineOptions, emit: (event: EngineEvent) => void): Context {
  const { dataBase, fetch, starters = backendStarters, decodePicture = decodePictureInBrowser } = options;
  const runs = new Map<RunId, Run>();
  const together = createTogether();
  const imports = createImports({ decodePicture, emit, origin: new URL(dataBase).origin, ...(fetch && { fetch }) });
  const backends = createPool(starters);
  backends.onLost = (id, error) => {
    for (const run of runs.values()) if (run.chosen.backend.id === id) stop(run, error);
  };
  return {
    runs,
    together,
    loop: createLoop({ running: () => [...runs.values()].filter(isRunning), slice, limitOf: together.limitOf }),
    aside: createAside(options.asideBytes ?? ASIDE_BYTES, (id) => runs.delete(id), emit),
    backends,
    library: createLibrary({ base: dataBase, imports, emit, ...(fetch && { fetch }) }),
    imports,
    shelf: createShelf({
      address: new URL('../evaluator/evaluator.safetensors', dataBase),
      // Called bare: browsers refuse `fetch` with another `this`.
      fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
    }),
    emit,
  };
}

/**
 * The engine in process: what the worker hosts, and what tests and the headless trainer use directly.
 * Holds any number of runs and steps those that run in turn.
 */
export function createEngine(options: EngineOptions): PlaygroundEngine {
  const listeners = new Set<(event: EngineEvent) => void>();
  const context = createContext(options, (event) => {
    for (const listener of listeners) listener(event);
  });
  const handlers: Handlers = {
    ...opening(context),
    ...training(context),
    ...looking(context),
    ...playing(context),
    ...latent(context),
    ...sets(context),
  };

  return {
    async request(name, payload, { signal } = {}) {
      const aborting = new AbortController();
      const abort = () => aborting.abort();
      if (signal?.aborted) abort();
      signal?.addEventListener('abort', abort, { once: true });
      try {
        return await handlers[name](payload, aborting.signal);
      } catch (thrown) {
        throw EngineError.from(thrown);
      } finally {
        signal?.removeEventListener('abort', abort);
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      for (const run of context.runs.values()) void close(run);
      context.runs.clear();
      context.shelf.close();
      context.library.close();
      listeners.clear();
    },
  };
}
