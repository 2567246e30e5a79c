/** Operations become jobs: each kernel plans as it always does, and what it would have run is written down instead. */
import { getKernel, type NamedAttrMap, type NamedTensorInfoMap, type TensorInfo } from '@tensorflow/tfjs-core';
import { ADAM, DROPOUT_MASK, MOVE_TOWARDS, PUT } from '../../core/kernels.ts';
import { lastUses } from '../../program/lifetimes.ts';
import { type Operation, type Program, type Ref, type Slot, sizeOf } from '../../program/program.ts';
import type { NumericType, SimdBackend } from '../backend.ts';
import { copyStrided } from '../copy.ts';
import { runAdam, runMask, runMoveTowards, runPut } from '../inPlace.ts';
import { drawKernels } from '../kernels/draw.ts';
import { nativeKernels, ownKernels } from '../kernels/index.ts';
import type { NativeKernel } from '../kernels/kernel.ts';
import type { Job } from '../pool.ts';
import type { Arena } from './arena.ts';
import { chained } from './chains.ts';
import type { JobPart, Part } from './parts.ts';

/** Jobs that change something in place. What each step tells them anew comes later. */
const IN_PLACE: Readonly<Record<string, (inputs: never, backend: SimdBackend) => void>> = {
  [ADAM]: (inputs, backend) => runAdam(backend, inputs, Array<number>(7).fill(0)),
  [MOVE_TOWARDS]: (inputs, backend) => runMoveTowards(backend, inputs, [0]),
  [PUT]: (inputs, backend) => runPut(backend, inputs),
  [DROPOUT_MASK]: (inputs, backend) => runMask(backend, inputs, 0),
};

/** What programs may hold: tfjs's kernels where they are native, ours, and those that tfjs never calls. */
const kernels: ReadonlyMap<string, NativeKernel> = new Map([
  ...nativeKernels,
  ...Object.entries({ ...ownKernels, ...drawKernels }),
]);

const asList = (made: TensorInfo | TensorInfo[]): readonly TensorInfo[] => (Array.isArray(made) ? made : [made]);

/**
 * All parts of a program, in their order. What operations make lies in the arena, each from where it is made to where it
 * is read for the last time.
 *
 * @param infos where the other slots lie; those that operations make are added
 */
export function lower(
  program: Program,
  infos: Map<number, TensorInfo>,
  arena: Arena,
  backend: SimdBackend,
): readonly Part[] {
  const { slots, operations, stores, results } = program;
  const infoOf = ({ slot, shape }: Ref): TensorInfo => ({ ...(infos.get(slot) as TensorInfo), shape: [...shape] });
  const given = ({ inputs, listed }: Operation): NamedTensorInfoMap => {
    const named = Object.fromEntries(Object.entries(inputs).map(([name, ref]) => [name, infoOf(ref)]));
    return listed ? (Object.values(named) as unknown as NamedTensorInfoMap) : named;
  };
  const pointerOf = (slot: number): number => backend.pointer(infos.get(slot) as TensorInfo);
  const jobsOf = (work: () => void): readonly Job[] => backend.pool.jobsOf(work);
  const asParts = (jobs: readonly Job[], own: Pick<JobPart, 'event' | 'place' | 'lastRead'>): readonly JobPart[] =>
    jobs.map((job, i) => ({ kind: 'job', job, ...own, isLast: i === jobs.length - 1 }));
  const place = ({ outputs }: Operation, made: readonly TensorInfo[]): void => {
    for (const [i, { slot }] of outputs.entries()) infos.set(slot, made[i] as TensorInfo);
  };

  function borrowed(operation: Operation): Part {
    const call = getKernel(operation.kernel, 'simd');
    if (!call) throw new Error(`There is no kernel ${operation.kernel}.`);
    const own = operation.outputs.map(({ slot }) => {
      const { shape, type } = slots[slot] as Slot;
      return backend.output(shape, type as NumericType);
    });
    place(operation, own);
    const inputs = given(operation);
    return {
      kind: 'borrowed',
      run() {
        const made = asList(call.kernelFunc({ inputs, attrs: operation.attrs as NamedAttrMap, backend }));
        for (const [i, info] of made.entries()) {
          backend.view(own[i] as TensorInfo).set(backend.view(info));
          backend.disposeIntermediateTensorInfo(info);
        }
      },
    };
  }

  const ends = lastUses(program);
  /** Place of the operation that reads a slot last. */
  const readers = new Map(ends.flatMap((slots, at) => slots.map((slot) => [slot, at] as const)));
  const lastReadOf = ({ outputs }: Operation): ReadonlyMap<number, number> =>
    new Map(
      outputs.flatMap(({ slot }) => {
        const reader = readers.get(slot);
        return reader === undefined ? [] : [[pointerOf(slot), reader] as const];
      }),
    );

  function partsOf(operation: Operation, at: number): readonly Part[] {
    const { kernel, attrs, dial = null } = operation;
    const inPlace = IN_PLACE[kernel];
    if (inPlace) {
      const jobs = jobsOf(() => inPlace(given(operation) as never, backend));
      return asParts(jobs, { event: dial, place: at, lastRead: new Map() });
    }
    const made: TensorInfo[] = [];
    const jobs = jobsOf(() => {
      const all = kernels.get(kernel)?.(given(operation), attrs as NamedAttrMap, backend);
      if (all) made.push(...asList(all));
    });
    // The native kernel does not cover it.
    if (made.length === 0) return [borrowed(operation)];
    place(operation, made);
    return asParts(jobs, { event: dial, place: at, lastRead: lastReadOf(operation) });
  }

  /** The state takes over the numbers of another slot. */
  function stored(state: number, from: number): readonly Part[] {
    const strides = [1];
    const size = sizeOf((slots[state] as Slot).shape);
    const jobs = jobsOf(() =>
      copyStrided(backend, [size], { pointer: pointerOf(from), strides }, { pointer: pointerOf(state), strides }),
    );
    return asParts(jobs, { event: null, place: operations.length, lastRead: new Map() });
  }

  return backend.linear.within(arena, () => {
    const parts = operations.flatMap((operation, at) => {
      const own = partsOf(operation, at);
      for (const slot of ends[at] ?? []) arena.giveBack(pointerOf(slot));
      return own;
    });
    const all = [...parts, ...stores.flatMap(({ state, from }) => stored(state, from))];
    // Nothing outlives a step; what is read after it is read before the next.
    const last = new Set([...stores.map(({ from }) => from), ...results.map(({ slot }) => slot)]);
    for (const slot of last) if (slots[slot]?.origin.kind === 'made') arena.giveBack(pointerOf(slot));
    return chained(all);
  });
}
