/** A program as jobs in the linear memory: a training step is then one call. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Told } from '../../core/kernels.ts';
import type { Compiled } from '../../program/compiled.ts';
import { withDraws } from '../../program/passes/draws.ts';
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

type Replay = Compiled<TensorInfo, Told, TensorInfo>;
type Inputs = Replay['inputs'];

/** Enters in `infos` where slots lie that no operation makes. @returns what is filled before each run */
function layOut(
  { program, states, assigned }: Readonly<{ program: Program; states: readonly TensorInfo[]; assigned: Set<number> }>,
  infos: Map<number, TensorInfo>,
  permanent: (bytes: number) => number,
  backend: SimdBackend,
): Inputs {
  const inputs: Inputs[number][] = [];
  const read = readIn(program);
  const at = (pointer: number, { shape, type }: Slot) => backend.place(pointer, shape, type as NumericType);
  for (const [place, slot] of program.slots.entries()) {
    const { origin } = slot;
    if (origin.kind === 'state' && !assigned.has(place)) {
      infos.set(place, at(backend.pointer(states[place] as TensorInfo), slot));
    } else if (origin.kind === 'state' || (origin.kind !== 'made' && read.has(place))) {
      const info = at(permanent(bytesOf(slot)), slot);
      infos.set(place, info);
      const values = backend.view(info);
      if (origin.kind === 'constant') values.set(origin.values);
      if (origin.kind === 'drawn') inputs.push({ event: origin.event, field: origin.field, values });
    }
  }
  return inputs;
}

/**
 * @param states the state's tensors, in the order in which the program has them
 * @throws EngineError (recoverable) when it does not fit into memory; nothing that exists is harmed
 */
export function createReplay(given: Program, states: readonly TensorInfo[], backend: SimdBackend): Replay {
  // Images stay where the data set is: a step reads a few of them.
  const program = withDraws(given, { holds: () => false, scales: true });
  const { slots, stores, results } = program;
  const arena = arenaOf(backend);
  /** Blocks of this program alone. */
  const owned: number[] = [];
  const infos = new Map<number, TensorInfo>();
  const dispose = (): void => {
    for (const info of new Set(infos.values())) backend.forget(info);
    for (const block of owned) backend.linear.release(block);
  };
  const permanent = (bytes: number): number => {
    const pointer = backend.linear.allocate(bytes);
    owned.push(pointer);
    return pointer;
  };
  /** State that is assigned: an eager step leaves it anywhere, so it is fetched before a run, and taken back after it. */
  const assigned = new Set(stores.map(({ state }) => state));

  function build(): Replay {
    const inputs = layOut({ program, states, assigned }, infos, permanent, backend);
    const parts = lower(program, infos, arena, backend);
    const { segments, dials } = writeJobs(parts, permanent, backend);
    const viewOf = (slot: number) => backend.view(infos.get(slot) as TensorInfo);
    const borrowed = parts.filter(({ kind }) => kind === 'borrowed').length;
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
      results: () =>
        results.map(({ slot, shape }) => {
          const own = backend.output(shape, (slots[slot] as Slot).type as NumericType);
          backend.view(own).set(viewOf(slot));
          return own;
        }),
      fits: (now) => now.every((state, i) => assigned.has(i) || backend.pointer(state) === addresses[i]),
      counts: { jobs: parts.length - borrowed, borrowed, bytes: arena.bytes },
      dispose,
    };
  }

  try {
    return build();
  } catch (thrown) {
    dispose();
    arena.clear();
    throw thrown;
  }
}
