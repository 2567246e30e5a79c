/**
 * Puts operations together, so that fewer numbers go through memory: what is a short expression is computed where it is
 * read, and what is made of a product or a sum alone where that is made.
 */
import { FUSED, isMap, kindOf } from '../kinds.ts';
import { inputsOf, type Operation, type Program, type Ref, type Slot, sizeOf } from '../program.ts';
import { changedIn, versionsOf } from '../versions.ts';

/** How long an expression may get, in operations. */
const LONGEST = 48;
/** How many tensors an expression may read: one that is read once, by several, and over and over by a product. */
const MOST = { once: 12, often: 5, product: 7, convolution: 2 } as const;
/** So many of them may be large. */
const MOST_LARGE = { often: 2, product: 2, convolution: 1 } as const;
/** What is so small costs nothing, however often it is computed. */
const SMALL = 2048;

/** What a slot is an expression in, if it is computed where it is read. */
interface Expression {
  /** The slots that are read, each as often changed as here. */
  readonly leaves: ReadonlyMap<number, number>;
  readonly length: number;
}

/** Operations that become one, and what is kept of what they make. */
type Group = readonly [operations: readonly Operation[], outputs: readonly Ref[]];

const isConvolution = ({ kernel }: Operation): boolean => kernel.includes('Conv2D');
/** What a convolution or product reads over and over; a bias is read once. */
const OPERANDS: ReadonlySet<string> = new Set(['a', 'b', 'x', 'dy', 'filter']);

/** How many products and sums there are on the longest way to each slot, itself included. */
function levelsOf({ operations }: Program): ReadonlyMap<number, number> {
  const levels = new Map<number, number>();
  for (const operation of operations) {
    const before = Math.max(0, ...inputsOf(operation).map(({ slot }) => levels.get(slot) ?? 0));
    const own = isMap(operation.kernel) ? before : before + 1;
    const changed = operation.changes.map((name) => operation.inputs[name]?.slot ?? -1);
    for (const slot of [...operation.outputs.map((ref) => ref.slot), ...changed]) levels.set(slot, own);
  }
  return levels;
}

/** Operations put together, each a list of those it was: see above. */
export function fused<Event>(program: Program<Event>): Program<Event> {
  const { slots, operations, stores, results } = program;
  const version = versionsOf(program);
  const size = (slot: number): number => sizeOf((slots[slot] as Slot).shape);
  const producer = new Map<number, number>();
  const consumers = new Map<number, number[]>();
  for (const [place, operation] of operations.entries()) {
    for (const { slot } of operation.outputs) producer.set(slot, place);
    for (const slot of new Set(inputsOf(operation).map((ref) => ref.slot)))
      consumers.set(slot, [...(consumers.get(slot) ?? []), place]);
  }
  const kept = new Set([...stores.map(({ from }) => from), ...results.map(({ slot }) => slot)]);
  for (const slot of changedIn(program)) kept.add(slot);
  const operationAt = (place: number): Operation => operations[place] as Operation;

  // What is made of a product or sum alone is made with it, where the last of what is put together stands.
  /** For each operation that ends up elsewhere, the place of what it goes with. */
  const goesWith = new Map<number, number>();
  /** By the place where they stand. */
  const tails = new Map<number, { readonly chain: readonly number[]; readonly out: Ref }>();
  const levels = levelsOf(program);
  for (const [place, operation] of operations.entries()) {
    if (!['product', 'reducing'].includes(kindOf(operation.kernel))) continue;
    let [out] = operation.outputs as [Ref];
    const begins = Math.max(...inputsOf(operation).map(({ slot }) => levels.get(slot) ?? 0));
    const chain = [place];
    for (;;) {
      const [next, another] = consumers.get(out.slot) ?? [];
      if (next === undefined || another !== undefined || kept.has(out.slot)) break;
      const candidate = operationAt(next);
      const [made, second] = candidate.outputs;
      if (kindOf(candidate.kernel) !== 'elementwise' || !made || second || size(made.slot) !== size(out.slot)) break;
      const [own, others] = [
        inputsOf(candidate).filter(({ slot }) => slot === out.slot),
        inputsOf(candidate).filter(({ slot }) => slot !== out.slot),
      ];
      const waits = others.some(({ slot }) => (levels.get(slot) ?? 0) > begins);
      const isBroadcast = own.some(({ slot, shape }) => sizeOf(shape) !== size(slot));
      // All of it is computed there, on numbers as they are then.
      const isChanged = chain.some((at) =>
        inputsOf(operationAt(at)).some(({ slot }) => version(slot, at) !== version(slot, next)),
      );
      if (waits || isBroadcast || isChanged) break;
      chain.push(next);
      out = made;
    }
    const last = chain.at(-1) as number;
    for (const at of chain) goesWith.set(at, last);
    tails.set(last, { chain, out });
  }
  const placeOf = (place: number): number => goesWith.get(place) ?? place;

  // What is a short expression is computed where it is read.
  const expressions = new Map<number, Expression>();
  const leavesOf = (slot: number, place: number): Expression =>
    expressions.get(slot) ?? { leaves: new Map([[slot, version(slot, place)]]), length: 0 };
  const isLiteral = (slot: number): boolean => slots[slot]?.origin.kind === 'constant' && size(slot) === 1;

  function mayBeIn(slot: number, { leaves, length }: Expression, place: number): boolean {
    const consumer = operationAt(place);
    if (consumer.changes.length > 0 || kindOf(consumer.kernel) === 'other') return false;
    if ([...leaves].some(([leaf, times]) => version(leaf, placeOf(place)) !== times)) return false;
    const reads = [...leaves.keys()].filter((leaf) => !isLiteral(leaf));
    const large = reads.filter((leaf) => size(leaf) > SMALL).length;
    const isOperand = Object.entries(consumer.inputs).some(([name, ref]) => ref.slot === slot && OPERANDS.has(name));
    if (kindOf(consumer.kernel) !== 'product' || !isOperand) return reads.length <= MOST.once;
    const kind = isConvolution(consumer) ? 'convolution' : 'product';
    const cheap = kind === 'product' || length <= 3;
    return cheap && reads.length <= MOST[kind] && large <= MOST_LARGE[kind];
  }

  for (const [place, operation] of operations.entries()) {
    if (!isMap(operation.kernel) || goesWith.has(place)) continue;
    const parts = inputsOf(operation).map(({ slot }) => leavesOf(slot, place));
    const leaves = new Map(parts.flatMap((part) => [...part.leaves]));
    // Slots that several parts share are computed once, so this is an upper bound.
    const length = 1 + parts.reduce((sum, part) => sum + part.length, 0);
    for (const { slot } of operation.outputs) {
      const readers = consumers.get(slot) ?? [];
      const expression = { leaves, length };
      const large = [...leaves.keys()].filter((leaf) => size(leaf) > SMALL).length;
      const cheap = size(slot) <= SMALL || (leaves.size <= MOST.often && large <= MOST_LARGE.often && length <= 12);
      const fits = length <= LONGEST && (readers.length <= 1 || cheap);
      if (!kept.has(slot) && fits && readers.every((reader) => mayBeIn(slot, expression, reader)))
        expressions.set(slot, expression);
    }
  }

  /** Everything that is computed on the way to these slots, in order. */
  function cone(wanted: Iterable<number>): readonly number[] {
    const places = new Set<number>();
    const visit = (slot: number): void => {
      if (!expressions.has(slot)) return;
      const place = producer.get(slot) as number;
      if (places.has(place)) return;
      places.add(place);
      for (const ref of inputsOf(operationAt(place))) visit(ref.slot);
    };
    for (const slot of wanted) visit(slot);
    return [...places].sort((a, b) => a - b);
  }

  const groups: Group[] = [];
  for (const [place, operation] of operations.entries()) {
    const tail = tails.get(place);
    if (!tail && goesWith.has(place)) continue;
    const reads = inputsOf(operation).map(({ slot }) => slot);
    if (tail) {
      const before = cone(tail.chain.flatMap((at) => inputsOf(operationAt(at)).map(({ slot }) => slot)));
      groups.push([[...before, ...tail.chain].map(operationAt), [tail.out]]);
    } else if (isMap(operation.kernel)) {
      const before = cone(reads).map(operationAt);
      for (const out of operation.outputs)
        if (!expressions.has(out.slot) && (kept.has(out.slot) || consumers.has(out.slot)))
          groups.push([[...before, operation], [out]]);
    } else groups.push([[operation], operation.outputs]);
  }
  return { ...program, operations: groups.map((group) => asOperation(group, slots)) };
}

/** One operation that reads what its parts read from outside. */
function asOperation([operations, outputs]: Group, slots: readonly Slot[]): Operation {
  const [first] = operations as [Operation];
  if (!isMap(first.kernel) && operations.length === 1 && kindOf(first.kernel) === 'other') return first;
  const made = new Set(operations.flatMap((operation) => operation.outputs.map(({ slot }) => slot)));
  const read = operations.flatMap(inputsOf).map(({ slot }) => slot);
  const outside = new Set(read.filter((slot) => !made.has(slot)));
  const inputs = Object.fromEntries(
    [...outside].map((slot, i) => [String(i), { slot, shape: (slots[slot] as Slot).shape }]),
  );
  return { kernel: FUSED, inputs, listed: true, attrs: { body: operations }, outputs, changes: [] };
}
