/** Which binary of the kernels is used: the fastest that arrives and that this machine can run. */
import { EngineError } from '../core/errors.ts';
import { allowRelaxed, type Binary, readBinary } from './host.ts';

export interface Kernels {
  readonly module: WebAssembly.Module;
  /** Whether this binary fuses multiply and add. */
  readonly relaxed: boolean;
  /** Why it does not, where it was wanted: this machine cannot, or the binary did not come. */
  readonly fell: 'unsupported' | 'missing' | null;
}

/** Where binaries come from, so that a test can stand in for it. */
export interface Source {
  /** @throws when it does not arrive */
  read(binary: Binary): Promise<Uint8Array<ArrayBuffer>>;
  /** Waits a moment before the second try. */
  pause(): Promise<void>;
}

const here: Source = {
  read: readBinary,
  pause: () => new Promise((resolve) => setTimeout(resolve, 500)),
};

/** What every WebAssembly binary begins with; a server's page for what is missing does not. */
const MAGIC = [0x00, 0x61, 0x73, 0x6d];

async function readTwice({ read, pause }: Source, binary: Binary): Promise<Uint8Array<ArrayBuffer>> {
  const once = async () => {
    const bytes = await read(binary);
    if (!MAGIC.every((byte, i) => bytes[i] === byte)) throw new Error(`${binary}.wasm is not WebAssembly.`);
    return bytes;
  };
  try {
    return await once();
  } catch {
    await pause();
    return once();
  }
}

/** Node 20 has relaxed SIMD behind a flag that may be set at any time before compiling. */
function canRun(bytes: Uint8Array<ArrayBuffer>): boolean {
  if (WebAssembly.validate(bytes)) return true;
  allowRelaxed();
  return WebAssembly.validate(bytes);
}

/**
 * Tries one after the other, and each twice where it does not arrive. All of our kernels are made of SIMD instructions:
 * where there are none, there is nothing below these two but the JavaScript backend.
 *
 * @param relaxed False asks for the binary without fused multiply-add.
 * @throws EngineError `backend-unavailable` when none arrives or none can run here.
 */
export async function loadKernels(relaxed = true, source: Source = here): Promise<Kernels> {
  let fell: Kernels['fell'] = null;
  try {
    if (relaxed) {
      const bytes = await readTwice(source, 'relaxed').catch(() => null);
      if (bytes && canRun(bytes)) return { module: await WebAssembly.compile(bytes), relaxed: true, fell };
      fell = bytes ? 'unsupported' : 'missing';
    }
    const bytes = await readTwice(source, 'plain').catch((cause: unknown) => {
      throw new EngineError('backend-unavailable', { code: 'backend.kernelsMissing' }, { cause });
    });
    if (!WebAssembly.validate(bytes)) throw new EngineError('backend-unavailable', { code: 'backend.noSimd' });
    return { module: await WebAssembly.compile(bytes), relaxed: false, fell };
  } catch (cause) {
    if (cause instanceof EngineError) throw cause;
    throw new EngineError('backend-unavailable', { code: 'backend.noKernels' }, { cause });
  }
}
