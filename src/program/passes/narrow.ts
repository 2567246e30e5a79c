import { inputsOf, type Operation, type Program, type Ref, type Slot } from '../program.ts';

/**
 * Which parts of a product can be computed alone with the same bits. The CPU's kernels add up a product of few numbers and
 * long sums in another order than others.
 */
const LONG = 1024;
const FEW = 8192;
const adds = (rows: number, columns: number, inner: number): string =>
  inner >= LONG && rows * columns <= FEW ? 'in shares' : 'at once';

/** How often each slot is read, its last being read from outside included. */
function readings({ operations, stores, results }: Program): ReadonlyMap<number, number> {
  const count = new Map<number, number>();
  const read = (slot: number) => count.set(slot, (count.get(slot) ?? 0) + 1);
  for (const operation of operations) for (const { slot } of inputsOf(operation)) read(slot);
  for (const { from } of stores) read(from);
  for (const { slot } of results) read(slot);
  return count;
}

/** The columns of a cut product that somebody reads, where it is one part alone. */
function partOf(cut: Operation, read: ReadonlyMap<number, number>): { from: number; part: Ref } | null {
  const [whole] = inputsOf(cut);
  const wanted = cut.outputs.filter(({ slot }) => (read.get(slot) ?? 0) > 0);
  const [part] = wanted;
  if (cut.kernel !== 'SplitV' || !whole || !part || wanted.length !== 1) return null;
  // Cut between columns: every part has all rows.
  if (whole.shape.length !== 2 || part.shape[0] !== whole.shape[0]) return null;
  const before = cut.outputs.slice(0, cut.outputs.indexOf(part));
  return { from: before.reduce((sum, { shape }) => sum + (shape[1] as number), 0), part };
}

/**
 * Of a product a · bᵀ that is cut, and of which one part alone is read, computes that part: the gradient of the first layer
 * of a network that is given a picture and a class, where nobody asks for that of the picture.
 *
 * b [columns, inner] is cut instead.
 */
export function withNarrowProducts<Event>(program: Program<Event>): Program<Event> {
  const read = readings(program);
  const slots: Slot[] = [...program.slots];
  const makes = new Map<number, Operation>(
    program.operations.flatMap((operation) => operation.outputs.map(({ slot }) => [slot, operation] as const)),
  );
  /** What takes the place of a cut, and the products that are no longer needed. */
  const instead = new Map<Operation, readonly Operation[]>();
  for (const cut of program.operations) {
    const found = partOf(cut, read);
    const [whole] = inputsOf(cut);
    const product = whole && makes.get(whole.slot);
    if (!found || !product || read.get(whole.slot) !== 1) continue;
    const { a, b } = product.inputs;
    const { transposeA, transposeB } = product.attrs;
    if (product.kernel !== 'BatchMatMul' || transposeA || !transposeB || a?.shape.length !== 2 || !b) continue;
    const { from, part } = found;
    const [rows = 0, columns = 0] = part.shape;
    const [all = 0, inner = 0] = b.shape;
    if (b.shape.length !== 2) continue;
    if (adds(rows, all, inner) !== adds(rows, columns, inner)) continue;
    const shape = [columns, inner];
    slots.push({ shape, type: 'float32', origin: { kind: 'made' } });
    const cutB = { slot: slots.length - 1, shape };
    const slice = { begin: [from, 0], size: shape };
    instead.set(product, [
      { kernel: 'Slice', inputs: { x: b }, listed: false, attrs: slice, outputs: [cutB], changes: [] },
      { ...product, inputs: { a, b: cutB }, outputs: [part] },
    ]);
    instead.set(cut, []);
  }
  return { ...program, slots, operations: program.operations.flatMap((each) => instead.get(each) ?? [each]) };
}
