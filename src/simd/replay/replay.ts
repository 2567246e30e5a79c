/** A program as jobs in the linear memory: a training step is then one call. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Told } from '../../core/kernels.ts';
import type { Compiled } from '../../program/compiled.ts';
import { bytesOf, inputsOf, type Program, type Slot } from '../../program/program.ts';
import type { NumericType, SimdBackend } from '../backend.ts';
import { tell } from '../inPlace.ts';
import { Arena } from './arena.ts';
import { lower } from './lower.ts';
import { writeJobs } from './words.ts';

/** All programs of a backend make what they make in here. */
const arenas = new WeakMap<SimdBackend, Arena>();

const arenaOf = (backend: SimdBackend): Arena => {
  const arena = arenas.get(backend) ?? new Arena();
  arenas.set(backend, arena);
  return arena;
};

/** Slots that somebody reads. */
const readIn = ({ operations, stores, results }: Program): ReadonlySet<number> =>
  new Set([
    ...operations.flatMap((operation) => inputsOf(operation).map(({ slot }) => slot)),
    ...stores.map(({ from }) => from),
    ...results.map(({ slot }) => slot),
  ]);

/** @param states the state's tensors, in the order in which the program has them */
export function createReplay(
  program: Program,
  states: readonly TensorInfo[],
  backend: SimdBackend,
): Compiled<TensorInfo, Told> {
  const { slots, stores, results } = program;
  const arena = arenaOf(backend);
  /** Blocks of this program alone. */
  const owned: number[] = [];
  const infos = new Map<number, TensorInfo>();
  const inputs: Compiled<TensorInfo, Told>['inputs'][number][] = [];

  const permanent = (slot: Slot): TensorInfo => {
    const pointer = backend.linear.allocate(bytesOf(slot));
    owned.push(pointer);
    return backend.place(pointer, slot.shape, slot.type as NumericType);
  };
  const read = readIn(program);
  /** State that is assigned: an eager step leaves it anywhere, so it is fetched before a run, and taken back after it. */
  const assigned = new Set(stores.map(({ state }) => state));
  const viewOf = (slot: number) => backend.view(infos.get(slot) as TensorInfo);
  for (const [place, slot] of slots.entries()) {
    const { origin, shape, type } = slot;
    if (origin.kind === 'state' && assigned.has(place)) {
      infos.set(place, permanent(slot));
    } else if (origin.kind === 'state') {
      infos.set(place, backend.place(backend.pointer(states[place] as TensorInfo), shape, type as NumericType));
    } else if (origin.kind !== 'made' && read.has(place)) {
      const info = permanent(slot);
      infos.set(place, info);
      const values = backend.view(info);
      if (origin.kind === 'constant') values.set(origin.values);
      else inputs.push({ event: origin.event, field: origin.field, values });
    }
  }

  const parts = lower(program, infos, arena, backend);
  const { pointer, segments, dials } = writeJobs(parts, backend);
  owned.push(pointer);
  const jobs = parts.filter(({ kind }) => kind === 'job').length;
  const addresses = states.map((state) => backend.pointer(state));
  return {
    inputs,
    tell(event, told) {
      for (const { ints, floats } of dials.get(event) ?? []) tell(told, ints, floats);
    },
    run(now) {
      for (const state of assigned) viewOf(state).set(backend.view(now[state] as TensorInfo));
      for (const segment of segments) {
        if (segment.kind === 'jobs') backend.pool.replay(segment.at, segment.count);
        else segment.run();
      }
      for (const state of assigned) backend.view(now[state] as TensorInfo).set(viewOf(state));
    },
    results: () => results.map(({ slot }) => viewOf(slot)),
    fits: (now) => now.every((state, i) => assigned.has(i) || backend.pointer(state) === addresses[i]),
    counts: { jobs, borrowed: parts.length - jobs, bytes: arena.bytes },
    dispose() {
      for (const info of new Set(infos.values())) backend.forget(info);
      for (const block of owned) backend.linear.release(block);
    },
  };
}
