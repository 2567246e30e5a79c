/** Writes down a step while it is taken. */
import type { Law } from './law.ts';
import { type ElementType, type Operation, type Ref, type Slot, sizeOf } from './program.ts';
import type { Recorder, Seen, SeenInputs } from './recording.ts';

/** Why a step cannot be written down. */
export class Unrecordable extends Error {}

const TYPES: ReadonlySet<string> = new Set<ElementType>(['float32', 'int32', 'bool']);
const ARRAYS = { float32: Float32Array, int32: Int32Array, bool: Uint8Array } as const;

function typeOf({ dtype }: Seen): ElementType {
  if (!TYPES.has(dtype)) throw new Unrecordable(`A tensor of ${dtype} is no number.`);
  return dtype as ElementType;
}

/** @param states what stays from step to step, with its name */
export function createRecorder<Event>(
  states: readonly { readonly name: string; readonly tensor: Seen }[],
): Recorder<Event> {
  const slots: Slot[] = [];
  const operations: Operation[] = [];
  const events: Event[] = [];
  const slotOf = new Map<object, number>();
  const fields = new Map<ArrayLike<number>, { readonly event: number; readonly field: string; readonly law?: Law }>();

  const add = ({ dataId, shape, ...seen }: Seen, origin: Slot['origin']): number => {
    slots.push({ shape, type: typeOf({ dataId, shape, ...seen }), origin });
    slotOf.set(dataId, slots.length - 1);
    return slots.length - 1;
  };
  const refTo = ({ dataId, shape }: Seen): Ref => {
    const slot = slotOf.get(dataId);
    if (slot === undefined) throw new Unrecordable('A step reads a tensor that was made before it and is no state.');
    return { slot, shape };
  };
  const refsTo = (inputs: SeenInputs): Readonly<Record<string, Ref>> =>
    Object.fromEntries(
      Object.entries(inputs)
        // A kernel's optional inputs may be there without a tensor.
        .filter(([, tensor]: [string, Seen | undefined | null]) => tensor)
        .map(([name, tensor]: [string, Seen]) => [name, refTo(tensor)]),
    );
  for (const { name, tensor } of states) add(tensor, { kind: 'state', name });

  let failure: unknown = null;
  /** What cannot be written down must not break the step that is taken. */
  const attempt = (work: () => void): void => {
    if (failure !== null) return;
    try {
      work();
    } catch (thrown) {
      failure = thrown;
    }
  };

  return {
    event(event, drawn = {}, laws = {}) {
      const place = events.push(event) - 1;
      for (const [field, values] of Object.entries(drawn)) {
        const law = laws[field];
        fields.set(values, { event: place, field, ...(law && { law }) });
      }
      return place;
    },
    wrote: (tensor, values) =>
      attempt(() => {
        const from = fields.get(values);
        const own = ARRAYS[typeOf(tensor)].from(values);
        add(tensor, from ? { kind: 'drawn', ...from } : { kind: 'constant', values: own });
      }),
    ran: (kernel, inputs, attrs, outputs) =>
      attempt(() => {
        const refs = refsTo(inputs);
        // Another shape of the same numbers.
        if (outputs.every(({ dataId }) => slotOf.has(dataId))) return;
        const made = outputs.map((tensor) => ({ slot: add(tensor, { kind: 'made' }), shape: tensor.shape }));
        operations.push({
          kernel,
          inputs: refs,
          listed: Array.isArray(inputs),
          attrs: { ...attrs },
          outputs: made,
          changes: [],
        });
      }),
    changed: (kernel, inputs, changes, dial) =>
      attempt(() => {
        const refs = refsTo(inputs);
        operations.push({
          kernel,
          inputs: refs,
          listed: false,
          attrs: {},
          outputs: [],
          changes,
          ...(dial !== undefined && { dial }),
        });
      }),
    cannot: (why) =>
      attempt(() => {
        throw new Unrecordable(why);
      }),
    finish(now, results) {
      if (failure !== null) throw failure;
      const stores = now.flatMap((tensor, state) => {
        const { slot } = refTo(tensor);
        if (sizeOf(tensor.shape) !== sizeOf((slots[state] as Slot).shape))
          throw new Unrecordable('A step changes the shape of its state.');
        return slot === state ? [] : [{ state, from: slot }];
      });
      return { slots, operations, events, stores, results: results.map(refTo) };
    },
  };
}
