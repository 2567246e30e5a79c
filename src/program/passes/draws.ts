import { DEVIATION, DRAW, ROWS } from '../kinds.ts';
import type { Law, Rows, Spread } from '../law.ts';
import { type Operation, type Program, type Ref, type Slot, sizeOf } from '../program.ts';

/** Blocks of four words that a fill takes: every fill begins with a block of its own. */
const blocksOf = (shape: readonly number[]): number => Math.ceil(sizeOf(shape) / 4);

/** What whoever runs a program can do by itself. */
export interface Drawer {
  /** Whether it has these rows at hand. */
  holds(rows: Rows): boolean;
  /** Whether it scales what it draws by a deviation in double precision, which gives the very bits of the host's. */
  readonly scales: boolean;
}

/**
 * What is drawn by a law that is known is made by the program itself, of where a stream stands, or of places in a table: then
 * only these come from outside. It is where it would have been given, at the beginning.
 */
export function withDraws<Event>(program: Program<Event>, { holds, scales }: Drawer): Program<Event> {
  const slots: Slot[] = [...program.slots];
  const operations: Operation[] = [];
  const add = (slot: Slot): Ref => ({ slot: slots.push(slot) - 1, shape: slot.shape });
  const made = (shape: readonly number[]): Ref => add({ shape, type: 'float32', origin: { kind: 'made' } });
  const push = (
    kernel: string,
    inputs: Readonly<Record<string, Ref>>,
    out: Ref,
    more: Partial<Pick<Operation, 'attrs' | 'dial'>> = {},
  ): Ref => {
    operations.push({ kernel, inputs, listed: false, attrs: {}, outputs: [out], changes: [], ...more });
    return out;
  };
  const draw = (spread: Spread, dial: number, out: Ref, before = 0, scaled: Readonly<Record<string, Ref>> = {}): Ref =>
    push(DRAW, scaled, out, { attrs: { spread, shape: out.shape, before }, dial });

  /** What was drawn last under this name before an event. */
  function lastOf(field: string, event: number): Ref | null {
    let found: { readonly ref: Ref; readonly event: number } | null = null;
    for (const [slot, { origin, shape }] of program.slots.entries()) {
      if (origin.kind !== 'drawn' || origin.field !== field || origin.event > event) continue;
      if (!found || origin.event > found.event) found = { ref: { slot, shape }, event: origin.event };
    }
    return found?.ref ?? null;
  }

  /** @returns whether it is made now */
  function make(law: Law, event: number, out: Ref): boolean {
    const { shape } = out;
    switch (law.kind) {
      case 'spread':
        draw(law.spread, event, out);
        return true;
      case 'rows': {
        if (!holds(law.rows)) return false;
        const origin = { kind: 'drawn', event, field: law.places } as const;
        const places = add({ shape: shape.slice(0, 1), type: 'int32', origin });
        push(ROWS, { places }, out, { attrs: { rows: law.rows } });
        return true;
      }
      case 'near': {
        const x = lastOf(law.of, event);
        if (!x) return false;
        const noiseOf = (scaled: Readonly<Record<string, Ref>>): Ref =>
          law.spreads
            .map((spread, i) => draw(spread, event, made(shape), i * blocksOf(shape), i === 0 ? scaled : {}))
            .reduce((a, b) => push('Multiply', { a, b }, made(shape)));
        if (scales) {
          const scale = push(DEVIATION, { x }, made([2]), { attrs: { factor: law.scale } });
          push('Add', { a: noiseOf({ scale }), b: x }, out);
          return true;
        }
        const noise = noiseOf({});
        const mean = push('Mean', { x }, made([]));
        const squares = push('SquaredDifference', { a: x, b: mean }, made(shape));
        const deviation = push('Sqrt', { x: push('Mean', { x: squares }, made([])) }, made([]));
        const values = Float32Array.of(law.scale);
        const scale = add({ shape: [], type: 'float32', origin: { kind: 'constant', values } });
        const unit = push('Multiply', { a: deviation, b: scale }, made([]));
        push('Add', { a: push('Multiply', { a: noise, b: unit }, made(shape)), b: x }, out);
        return true;
      }
      default:
        return law satisfies never;
    }
  }

  for (const [slot, { origin, shape }] of program.slots.entries()) {
    if (origin.kind !== 'drawn' || !origin.law) continue;
    if (make(origin.law, origin.event, { slot, shape })) {
      const { type } = slots[slot] as Slot;
      slots[slot] = { shape, type, origin: { kind: 'made' } };
    }
  }
  return { ...program, slots, operations: [...operations, ...program.operations] };
}
