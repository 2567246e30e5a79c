import { type Helper, type HelperStart, startHelper } from './host.ts';
import { importsOf } from './imports.ts';
import type { Kernels } from './loadKernels.ts';
import type { LinearMemory } from './memory.ts';
import { DONE, FLOATS, HELPERS, INTS, MAY_SLEEP, SCRATCH_BYTES, STOP, TICKET } from './shared/layout.ts';
import { within } from './within.ts';

interface Exports {
  initialise(scratch: number): void;
  run(job: number, chunks: number): void;
  replay(at: number, count: number): void;
}

/** A job with all that it is told. */
export interface Job {
  readonly job: number;
  readonly chunks: number;
  readonly ints: readonly number[];
  readonly floats: readonly number[];
}

/** A helper that has neither started nor failed after so many milliseconds is not waited for. */
const HELPER_MS = 5000;

/** Browsers let workers sleep, and not the thread that draws. */
function mayThisThreadSleep(): boolean {
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 1);
    return true;
  } catch {
    return false;
  }
}

/** Runs jobs on the calling thread and its helpers. How jobs are shared is told in assembly/job.ts. */
export class Pool {
  private readonly exports: Exports;
  private readonly ints: Int32Array;
  private readonly floats: Float32Array;
  private readonly helpers: Helper[] = [];
  /** Where jobs are written down instead of being run. */
  private tape: Job[] | null = null;
  /** The number of threads, the calling one included, once every helper has started or was given up. */
  readonly started: Promise<number>;

  /** Helpers start in the background; until they are ready, the calling thread computes alone. */
  constructor(
    kernels: Pick<Kernels, 'module'>,
    private readonly memory: LinearMemory,
    threads: number,
    private readonly startOne: (start: HelperStart) => Helper = startHelper,
  ) {
    const { buffer } = memory.memory;
    this.ints = new Int32Array(buffer, INTS, (FLOATS - INTS) / 4);
    this.floats = new Float32Array(buffer, FLOATS, 16);
    const instance = new WebAssembly.Instance(kernels.module, importsOf(memory.memory));
    this.exports = instance.exports as unknown as Exports;
    this.exports.initialise(memory.allocate(SCRATCH_BYTES));
    Atomics.store(this.control, MAY_SLEEP / 4, Number(mayThisThreadSleep()));
    const starting = Array.from({ length: threads - 1 }, () =>
      this.startHelper({ module: kernels.module, memory: memory.memory, scratch: memory.allocate(SCRATCH_BYTES) }),
    );
    this.started = Promise.all(starting).then((started) => 1 + started.filter(Boolean).length);
  }

  /** Whether a helper has started. One that fails is tried once more; one that is merely late may still join. */
  private async startHelper(start: HelperStart, triesLeft = 2): Promise<boolean> {
    if (triesLeft === 0) return false;
    try {
      const helper = this.startOne(start);
      this.helpers.push(helper);
      return (await within(helper.ready, HELPER_MS)) !== 'late';
    } catch {
      return this.startHelper(start, triesLeft - 1);
    }
  }

  /** Computes a job of `chunks` independent chunks; its arguments are those of the job's function. */
  run(job: number, chunks: number, ints: readonly number[], floats: readonly number[] = []): void {
    if (chunks === 0) return;
    if (this.tape) {
      this.tape.push({ job, chunks, ints, floats });
      return;
    }
    for (let i = 0; i < ints.length; i++) this.ints[i] = ints[i] as number;
    for (let i = 0; i < floats.length; i++) this.floats[i] = floats[i] as number;
    this.exports.run(job, chunks);
  }

  /** The jobs that `work` would run, in their order; none is run. */
  jobsOf(work: () => void): readonly Job[] {
    const tape: Job[] = [];
    this.tape = tape;
    try {
      work();
    } finally {
      this.tape = null;
    }
    return tape;
  }

  get isTaping(): boolean {
    return this.tape !== null;
  }

  /** Runs jobs that lie in the linear memory, as assembly/replay.ts reads them. */
  replay(at: number, count: number): void {
    this.exports.replay(at, count);
  }

  /** Helper threads that are computing already. */
  get ready(): number {
    return Atomics.load(this.control, HELPERS / 4);
  }

  /** Ends the helpers. The calling thread can still compute. */
  dispose(): void {
    const { control } = this;
    Atomics.store(control, STOP / 4, 1);
    Atomics.add(control, TICKET / 4 + 1, 1);
    Atomics.notify(control, TICKET / 4 + 1);
    for (const helper of this.helpers) helper.end();
    Atomics.store(control, HELPERS / 4, 0);
  }

  private get control(): Int32Array {
    return new Int32Array(this.memory.memory.buffer, 0, DONE);
  }
}
