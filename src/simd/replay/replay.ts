/** A program as jobs in the linear memory: a training step is then one call. */
import { getKernel, type NamedAttrMap, type NamedTensorInfoMap, type TensorInfo } from '@tensorflow/tfjs-core';
import { lastUses } from '../../program/lifetimes.ts';
import { bytesOf, type Operation, type Program, type Ref, type Slot, type Values } from '../../program/program.ts';
import type { NumericType, SimdBackend } from '../backend.ts';
import { copyStrided } from '../copy.ts';
import { ADAM, DROPOUT_MASK, MOVE_TOWARDS, runAdam, runMoveTowards, runRandom, type Told, tell } from '../inPlace.ts';
import { nativeKernels, ownKernels } from '../kernels/index.ts';
import type { NativeKernel } from '../kernels/kernel.ts';
import type { Job } from '../pool.ts';
import { Arena } from './arena.ts';

/** A program that can be run. */
export interface Replay {
  /** Numbers of an input, to be filled before it runs: by event and field. */
  readonly inputs: readonly { readonly event: number; readonly field: string; readonly values: Values }[];
  /** Tells the jobs of an event what they are to do in the next run. */
  tell(event: number, told: Told): void;
  /** Runs it, on the state that lies where it was when this was made. */
  run(): void;
  /** The program's results, until the next run. */
  results(): readonly Values[];
  /** Whether the state still lies where this expects it. */
  fits(states: readonly TensorInfo[]): boolean;
  /** Jobs, and kernels that are JavaScript's. */
  readonly counts: { readonly jobs: number; readonly borrowed: number; readonly bytes: number };
  dispose(): void;
}

/** All programs of a backend make what they make in here. */
const arenas = new WeakMap<SimdBackend, Arena>();

const arenaOf = (backend: SimdBackend): Arena => {
  const arena = arenas.get(backend) ?? new Arena();
  arenas.set(backend, arena);
  return arena;
};

type Segment =
  | { readonly kind: 'jobs'; readonly at: number; readonly count: number }
  | { readonly kind: 'borrowed'; run(): void };

/** Jobs that change something in place. What each step tells them anew comes later. */
const IN_PLACE: Readonly<Record<string, (inputs: never, backend: SimdBackend) => void>> = {
  [ADAM]: (inputs, backend) => runAdam(backend, inputs, Array<number>(7).fill(0)),
  [MOVE_TOWARDS]: (inputs, backend) => runMoveTowards(backend, inputs, [0]),
  [DROPOUT_MASK]: (inputs, backend) => runRandom(backend, inputs, Array<number>(9).fill(0)),
};

const WORDS_OF_HEAD = 4;

/** @param states the state's tensors, in the order in which the program has them */
export function createReplay(program: Program, states: readonly TensorInfo[], backend: SimdBackend): Replay {
  const { slots, operations, stores, results } = program;
  const arena = arenaOf(backend);
  const owned: number[] = [];
  const placed: TensorInfo[] = [];
  const infos = new Map<number, TensorInfo>();
  const inputs: Replay['inputs'][number][] = [];

  const keep = (pointer: number, { shape, type }: Slot): TensorInfo => {
    const info = backend.place(pointer, shape, type as NumericType);
    placed.push(info);
    return info;
  };
  const permanent = (slot: Slot): TensorInfo => {
    const pointer = backend.linear.allocate(bytesOf(slot));
    owned.push(pointer);
    return keep(pointer, slot);
  };
  const used = new Set(operations.flatMap((operation) => Object.values(operation.inputs).map(({ slot }) => slot)));
  for (const { from } of stores) used.add(from);
  for (const { slot } of results) used.add(slot);
  slots.forEach((slot, place) => {
    if (slot.origin.kind === 'state') infos.set(place, keep(backend.pointer(states[place] as TensorInfo), slot));
    if (!used.has(place)) return;
    if (slot.origin.kind === 'constant') {
      const info = permanent(slot);
      backend.view(info).set(slot.origin.values);
      infos.set(place, info);
    }
    if (slot.origin.kind === 'drawn') {
      const info = permanent(slot);
      infos.set(place, info);
      inputs.push({ event: slot.origin.event, field: slot.origin.field, values: backend.view(info) });
    }
  });

  const infoOf = ({ slot, shape }: Ref): TensorInfo => ({ ...(infos.get(slot) as TensorInfo), shape: [...shape] });
  const given = ({ inputs: refs, listed }: Operation): NamedTensorInfoMap => {
    const named = Object.fromEntries(Object.entries(refs).map(([name, ref]) => [name, infoOf(ref)]));
    return listed ? (Object.values(named) as unknown as NamedTensorInfoMap) : named;
  };

  const parts: (Job | { run(): void })[] = [];
  /** Places in `parts` of jobs that are told something with each step. */
  const told: { readonly place: number; readonly event: number }[] = [];

  /** A kernel of tfjs's JavaScript backend on the numbers as they are then. */
  const borrow = (operation: Operation, outputs: readonly TensorInfo[]) => {
    const call = getKernel(operation.kernel, 'simd');
    if (!call) throw new Error(`There is no kernel ${operation.kernel}.`);
    const own = given(operation);
    return {
      run() {
        const made = call.kernelFunc({ inputs: own, attrs: operation.attrs as NamedAttrMap, backend });
        (Array.isArray(made) ? made : [made]).forEach((info, i) => {
          backend.view(outputs[i] as TensorInfo).set(backend.view(info));
          backend.disposeIntermediateTensorInfo(info);
        });
      },
    };
  };

  const native = (kernel: string): NativeKernel | undefined =>
    nativeKernels.get(kernel) ?? (ownKernels as Record<string, NativeKernel>)[kernel];

  function lower(operation: Operation): void {
    const { kernel, attrs, outputs, dial } = operation;
    const inPlace = IN_PLACE[kernel];
    if (inPlace) {
      const jobs = backend.pool.jobsOf(() => inPlace(given(operation) as never, backend));
      if (dial !== undefined) told.push({ place: parts.length, event: dial });
      parts.push(...jobs);
      return;
    }
    let made: TensorInfo | TensorInfo[] | null = null;
    const jobs = backend.pool.jobsOf(() => {
      made = native(kernel)?.(given(operation), attrs as NamedAttrMap, backend) ?? null;
    });
    const all = made as TensorInfo | TensorInfo[] | null;
    if (all === null) {
      const own = outputs.map(({ slot }) => {
        const { shape, type } = slots[slot] as Slot;
        return backend.output(shape, type as NumericType);
      });
      for (const [i, { slot }] of outputs.entries()) infos.set(slot, own[i] as TensorInfo);
      parts.push(borrow(operation, own));
      placed.push(...own);
      return;
    }
    const list = Array.isArray(all) ? all : [all];
    for (const [i, { slot }] of outputs.entries()) infos.set(slot, list[i] as TensorInfo);
    placed.push(...list);
    parts.push(...jobs);
  }

  backend.linear.within(arena, () => {
    const ends = lastUses(program);
    operations.forEach((operation, place) => {
      lower(operation);
      for (const slot of ends[place] ?? []) backend.linear.release(backend.pointer(infos.get(slot) as TensorInfo));
    });
    for (const { state, from } of stores) {
      const [to, source] = [infos.get(state), infos.get(from)] as [TensorInfo, TensorInfo];
      parts.push(
        ...backend.pool.jobsOf(() => {
          const strides = [1];
          const { shape } = slots[state] as Slot;
          const size = [shape.reduce((product, n) => product * n, 1)];
          copyStrided(
            backend,
            size,
            { pointer: backend.pointer(source), strides },
            { pointer: backend.pointer(to), strides },
          );
        }),
      );
    }
  });
  const kept = [...stores.map(({ from }) => from), ...results.map(({ slot }) => slot)];
  for (const slot of new Set(kept))
    if (slots[slot]?.origin.kind === 'made') arena.giveBack(backend.pointer(infos.get(slot) as TensorInfo));

  // All jobs, one after the other, as words.
  const isJob = (part: Job | { run(): void }): part is Job => 'job' in part;
  const words = parts.reduce(
    (sum, part) => sum + (isJob(part) ? WORDS_OF_HEAD + part.ints.length + part.floats.length : 0),
    0,
  );
  const at = backend.linear.allocate(4 * Math.max(1, words));
  owned.push(at);
  const { buffer } = backend.linear.memory;
  const dials = new Map<number, { readonly ints: Int32Array; readonly floats: Float32Array }[]>();
  const segments: Segment[] = [];
  let next = at;
  parts.forEach((part, place) => {
    if (!isJob(part)) {
      segments.push({ kind: 'borrowed', run: part.run });
      return;
    }
    const { job, chunks, ints, floats } = part;
    const last = segments.at(-1);
    if (last?.kind === 'jobs') segments[segments.length - 1] = { ...last, count: last.count + 1 };
    else segments.push({ kind: 'jobs', at: next, count: 1 });
    const head = new Int32Array(buffer, next, WORDS_OF_HEAD + ints.length);
    head.set([job, chunks, ints.length, floats.length, ...ints]);
    const ownFloats = new Float32Array(buffer, next + 4 * head.length, floats.length);
    ownFloats.set(floats);
    const event = told.find((one) => one.place === place)?.event;
    if (event !== undefined)
      dials.set(event, [...(dials.get(event) ?? []), { ints: head.subarray(WORDS_OF_HEAD), floats: ownFloats }]);
    next += 4 * (head.length + floats.length);
  });

  const addresses = states.map((state) => backend.pointer(state));
  return {
    inputs,
    tell(event, told) {
      for (const { ints, floats } of dials.get(event) ?? []) tell(told, ints, floats);
    },
    run() {
      for (const segment of segments) {
        if (segment.kind === 'jobs') backend.pool.replay(segment.at, segment.count);
        else segment.run();
      }
    },
    results: () => results.map((ref) => backend.view(infoOf(ref))),
    fits: (now) => now.every((state, i) => backend.pointer(state) === addresses[i]),
    counts: {
      jobs: parts.filter(isJob).length,
      borrowed: parts.length - parts.filter(isJob).length,
      bytes: arena.bytes,
    },
    dispose() {
      for (const info of new Set(placed)) backend.forget(info);
      for (const pointer of owned) backend.linear.release(pointer);
    },
  };
}
