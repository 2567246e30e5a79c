/** Who takes part in the benchmark. */
import { startNode, startPyTorch } from './child.ts';
import { startChromium } from './chromium.ts';
import type { BenchOptions } from './options.ts';
import type { Absent, Contender } from './protocol.ts';

export const PYTORCH = 'PyTorch';
export const simdName = (threads: number): string =>
  threads === 1 ? 'simd, Node, 1 thread' : `simd, Node, ${threads} threads`;

/** What it runs on; a software adapter is never passed off as a GPU. */
export const deviceOf = ({ device, software }: Contender): string =>
  software ? `${device}, emulated on the CPU: not a GPU` : device;

const eagerName = (threads: number): string => `${simdName(threads)}, eager`;

export interface Contenders {
  readonly all: readonly (Contender | Absent)[];
  readonly chromium: string | null;
  end(): Promise<void>;
}

/** Starts everybody, with as many threads as the machine has cores, and our own with one thread too and not compiled. */
export async function startContenders({ quick, software }: BenchOptions, cores: number): Promise<Contenders> {
  const browser = quick ? null : await startChromium(software);
  const threads = [...new Set([cores, 1])];
  const started = await Promise.all([
    startPyTorch(PYTORCH, ['cpu', String(cores)]),
    ...threads.map((count) => startNode(simdName(count), ['simd', String(count)])),
    startNode(eagerName(cores), ['simd', String(cores), 'eager']),
    startNode('tfjs wasm, Node', ['wasm']),
    startNode('tfjs cpu, Node', ['cpu']),
  ]);
  const all = [...started, ...(browser?.contenders ?? [{ name: 'Chromium', why: 'not in the quick version' }])];
  return {
    all,
    chromium: browser?.version ?? null,
    async end() {
      for (const each of started) if ('ask' in each) await each.end();
      await browser?.end();
    },
  };
}
