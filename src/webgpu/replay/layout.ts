/** Where each slot lies: state in the state's buffer, everything else in the program's own. */
import { lastUses } from '../../program/lifetimes.ts';
import { inputsOf, type Operation, type Program, type Slot, sizeOf } from '../../program/program.ts';

export interface Address {
  readonly buffer: 'state' | 'work';
  /** In words of four bytes. */
  readonly offset: number;
}

/** Slots begin at multiples of this, in words, so that neighbouring threads read one line of the cache. */
const ALIGNMENT = 64;
const aligned = (words: number): number => Math.ceil(words / ALIGNMENT) * ALIGNMENT;

/** Words that a slot takes: WGSL has no bytes, so a bool takes a whole word. */
const wordsOf = ({ shape }: Pick<Slot, 'shape'>): number => sizeOf(shape);

/** Hands out words one after the other, and again where they are free. */
function createArena(from: number) {
  let end = from;
  /** Gaps by where they begin. */
  let gaps: { readonly at: number; readonly size: number }[] = [];
  return {
    take(words: number): number {
      const size = aligned(words);
      const best = gaps.filter((gap) => gap.size >= size).sort((a, b) => a.size - b.size)[0];
      if (!best) {
        end += size;
        return end - size;
      }
      gaps = gaps.filter((gap) => gap !== best);
      if (best.size > size) gaps.push({ at: best.at + size, size: best.size - size });
      return best.at;
    },
    giveBack(at: number, words: number): void {
      let gap = { at, size: aligned(words) };
      for (const other of gaps) {
        if (other.at + other.size === gap.at) gap = { at: other.at, size: other.size + gap.size };
        else if (gap.at + gap.size === other.at) gap = { at: gap.at, size: gap.size + other.size };
        else continue;
        gaps = gaps.filter((one) => one !== other);
      }
      gaps.push(gap);
    },
    end: () => end,
  };
}

export interface Layout {
  readonly addresses: ReadonlyMap<number, Address>;
  /** Words at the beginning that are written anew for each step: what is drawn, and what is told. */
  readonly inputs: number;
  /** By event. */
  readonly dials: ReadonlyMap<number, number>;
  /** Words of the program's own buffer. */
  readonly words: number;
}

/** Words of each state, one behind the other. */
export function placesOfState(states: readonly { readonly shape: readonly number[] }[]): {
  readonly offsets: readonly number[];
  readonly words: number;
} {
  let words = 0;
  const offsets = states.map((state) => {
    const at = words;
    words += aligned(wordsOf(state));
    return at;
  });
  return { offsets, words };
}

/** Words that a dial takes: seven floats of Adam are the most. */
const DIAL = 8;

/** @param states how many of the first slots are state */
export function layOut(
  program: Program,
  waves: readonly (readonly Operation[])[],
  stateOffsets: readonly number[],
): Layout {
  const { slots, stores, results } = program;
  const addresses = new Map<number, Address>();
  const all = waves.flat();
  const used = new Set([
    ...all.flatMap((operation) => [...inputsOf(operation), ...operation.outputs].map(({ slot }) => slot)),
    ...stores.map(({ from }) => from),
    ...results.map(({ slot }) => slot),
  ]);
  for (const [slot, offset] of stateOffsets.entries()) addresses.set(slot, { buffer: 'state', offset });

  let next = 0;
  const take = (words: number): number => {
    next += aligned(words);
    return next - aligned(words);
  };
  const place = (slot: number): void => {
    addresses.set(slot, { buffer: 'work', offset: take(wordsOf(slots[slot] as Slot)) });
  };
  const ofKind = (kind: Slot['origin']['kind']) =>
    [...used].filter((slot) => slots[slot]?.origin.kind === kind).sort((a, b) => a - b);
  const dials = new Map<number, number>();
  for (const { dial } of all)
    if (dial !== undefined && !dials.has(dial)) {
      dials.set(dial, next);
      next += DIAL;
    }
  next = aligned(next);
  for (const slot of ofKind('drawn')) place(slot);
  const inputs = next;
  for (const slot of ofKind('constant')) place(slot);

  const ends = lastUses(program, waves);
  const arena = createArena(next);
  for (const [wave, operations] of waves.entries()) {
    for (const { outputs } of operations)
      for (const { slot } of outputs)
        if (!addresses.has(slot))
          addresses.set(slot, { buffer: 'work', offset: arena.take(wordsOf(slots[slot] as Slot)) });
    // What one operation of a wave reads for the last time, another of the same wave must not overwrite.
    for (const slot of ends[wave] ?? [])
      arena.giveBack((addresses.get(slot) as Address).offset, wordsOf(slots[slot] as Slot));
  }
  return { addresses, inputs, dials, words: arena.end() };
}
