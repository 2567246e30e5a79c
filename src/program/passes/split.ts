import { kindOf } from '../kinds.ts';
import { type Operation, type Program, type Ref, type Slot, sizeOf } from '../program.ts';

/** From this many terms on, a sum that is one of few is worth sharing out. */
const LONG = 1024;
/** Terms of a part at least. */
const SHORTEST = 256;
/** So many numbers of an output are enough to keep a GPU busy as they are. */
const MANY = 32_768;

/** How many terms each number of the output is a sum of; 0 for what is not split. */
function termsOf({ kernel, inputs, outputs, attrs }: Operation): number {
  const size = (ref: Ref | undefined): number => (ref ? sizeOf(ref.shape) : 0);
  switch (kernel) {
    case 'BatchMatMul': {
      const { a, b } = inputs;
      const isOne = a && b && sizeOf(a.shape.slice(0, -2)) * sizeOf(b.shape.slice(0, -2)) === 1;
      return isOne ? (a.shape.at(attrs.transposeA ? -2 : -1) ?? 0) : 0;
    }
    case 'Conv2DBackpropFilter':
      return size(inputs.dy) / (inputs.dy?.shape.at(-1) ?? 1);
    case 'Sum':
    case 'Mean':
      return size(inputs.x) / size(outputs[0]);
    default:
      return 0;
  }
}

/** The largest power of two up to `most` by which `count` can be divided. */
function partsOf(count: number, most: number): number {
  let parts = 1;
  while (2 * parts <= most && count % (2 * parts) === 0) parts *= 2;
  return parts;
}

/**
 * Shares out long sums of which there are few: an operation with the attribute `parts` makes as many outputs, one behind the
 * other, each of an equal share of the terms, and a sum or mean of these follows.
 */
export function withSplitSums<Event>(program: Program<Event>): Program<Event> {
  const slots: Slot[] = [...program.slots];
  const operations = program.operations.flatMap((operation): readonly Operation[] => {
    const [out] = operation.outputs;
    const terms = termsOf(operation);
    if (!out || terms < LONG) return [operation];
    // Sums have threads that share each of them anyway.
    const each = kindOf(operation.kernel) === 'reducing' ? 256 : 1;
    const most = Math.min(MANY / (sizeOf(out.shape) * each), terms / SHORTEST);
    const parts = partsOf(terms, most);
    if (parts < 2) return [operation];
    const { type } = slots[out.slot] as Slot;
    const shape = [parts, ...out.shape];
    const partial = { slot: slots.push({ shape, type, origin: { kind: 'made' } }) - 1, shape };
    return [
      { ...operation, attrs: { ...operation.attrs, parts }, outputs: [partial] },
      {
        kernel: operation.kernel === 'Mean' ? 'Mean' : 'Sum',
        inputs: { x: partial },
        listed: false,
        attrs: { axis: [0], keepDims: false },
        outputs: [out],
        changes: [],
      },
    ];
  });
  return { ...program, slots, operations };
}
