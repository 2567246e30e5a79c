/** Kernels that move numbers: which number of which input stands at a place of the output. */
import { type ElementType, type Operation, type Ref, sizeOf } from '../../program/program.ts';
import { literal } from './elementwise.ts';
import { coordinates, over, placeAt, plus, rest, times } from './indices.ts';
import type { Scope } from './subject.ts';

interface Reading extends Pick<Scope, 'value' | 'name'> {
  /** Of the output. */
  readonly type: ElementType;
  /** What a slot is at a place, as the type of the output. */
  read(slot: number, place: string): string;
}

const axisOf = (attrs: Operation['attrs'], rank: number): number => {
  const axis = Number(attrs.axis ?? 0);
  return axis < 0 ? axis + rank : axis;
};
const product = (shape: readonly number[]): number => sizeOf(shape);

/** Inputs one behind the other along an axis: of `widths` numbers each, between outer and inner axes. */
function joined(scope: Reading, refs: readonly Ref[], place: string, widths: readonly number[]): string {
  const { name } = scope;
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const [outer, at] = [over(name, place, whole), rest(name, place, whole)];
  let from = whole;
  let code = '';
  for (let i = refs.length - 1; i >= 0; i--) {
    const width = widths[i] as number;
    from -= width;
    const inside = from === 0 ? at : name(`${at} - ${from}u`);
    const read = scope.read((refs[i] as Ref).slot, plus(name, times(name, outer, width), inside));
    code = code === '' ? read : name(`select(${code}, ${read}, ${at} < ${from + width}u)`);
  }
  return code;
}

function transposed(scope: Reading, x: Ref, out: Ref, place: string, perm: readonly number[]): string {
  const at = coordinates(scope.name, place, out.shape);
  const own = x.shape.map((_, axis) => at[perm.indexOf(axis)] as string);
  return scope.read(x.slot, placeAt(scope.name, own, x.shape));
}

function padded(scope: Reading, { inputs, attrs }: Operation, out: Ref, place: string): string {
  const x = inputs.x as Ref;
  const { name } = scope;
  const paddings = attrs.paddings as readonly (readonly [number, number])[];
  const at = coordinates(name, place, out.shape);
  const inside: string[] = [];
  const own = at.map((one, axis) => {
    const [before, after] = paddings[axis] as readonly [number, number];
    if (before === 0 && after === 0) return one;
    const moved = before === 0 ? one : name(`${one} - ${before}u`);
    // What lies before the first wraps around and is large.
    inside.push(`${moved} < ${x.shape[axis]}u`);
    return moved;
  });
  const read = scope.read(x.slot, placeAt(name, own, x.shape));
  return `select(${literal(Number(attrs.constantValue ?? 0), scope.type)}, ${read}, ${inside.join(' && ') || 'true'})`;
}

function gathered(scope: Reading, { inputs, attrs }: Operation, place: string): string | null {
  const [x, indices] = [inputs.x as Ref, inputs.indices as Ref];
  if (Number(attrs.batchDims ?? 0) !== 0) return null;
  const { name } = scope;
  const axis = axisOf(attrs, x.shape.length);
  const [size, inner, count] = [x.shape[axis] as number, product(x.shape.slice(axis + 1)), product(indices.shape)];
  const at = rest(name, over(name, place, inner), count);
  const row = name(`u32(${scope.value(indices.slot, at).code})`);
  const outer = over(name, place, inner * count);
  const from = plus(name, times(name, outer, size * inner), times(name, row, inner));
  return scope.read(x.slot, plus(name, from, rest(name, place, inner)));
}

/**
 * The number at a place of the output.
 *
 * @returns null where the kernel moves nothing, or in a way that is not known
 */
export function moved(scope: Reading, operation: Operation, out: Ref, place: string): string | null {
  const { kernel, attrs, inputs, outputs } = operation;
  const { name } = scope;
  const x = inputs.x as Ref;
  const refs = Object.values(inputs);
  switch (kernel) {
    case 'Fill':
      return literal(Number(attrs.value), scope.type);
    case 'Concat': {
      const axis = axisOf(attrs, out.shape.length);
      return joined(
        scope,
        refs,
        place,
        refs.map(({ shape }) => product(shape.slice(axis))),
      );
    }
    case 'Pack': {
      const inner = product(out.shape.slice(axisOf(attrs, out.shape.length) + 1));
      return joined(
        scope,
        refs,
        place,
        refs.map(() => inner),
      );
    }
    case 'SplitV': {
      const axis = axisOf(attrs, x.shape.length);
      const widths = outputs.map(({ shape }) => product(shape.slice(axis)));
      const own = outputs.findIndex(({ slot }) => slot === out.slot);
      const before = widths.slice(0, own).reduce((sum, width) => sum + width, 0);
      const [width, whole] = [widths[own] as number, product(x.shape.slice(axis))];
      const outer = times(name, over(name, place, width), whole);
      return scope.read(x.slot, plus(name, plus(name, outer, rest(name, place, width)), `${before}u`));
    }
    case 'Slice': {
      const begin = attrs.begin as readonly number[];
      const at = coordinates(name, place, out.shape).map((one, axis) => plus(name, one, `${begin[axis]}u`));
      return scope.read(x.slot, placeAt(name, at, x.shape));
    }
    case 'Tile': {
      const at = coordinates(name, place, out.shape).map((one, axis) => rest(name, one, x.shape[axis] as number));
      return scope.read(x.slot, placeAt(name, at, x.shape));
    }
    case 'Transpose':
      return transposed(scope, x, out, place, attrs.perm as readonly number[]);
    case 'PadV2':
      return padded(scope, operation, out, place);
    case 'GatherV2':
      return gathered(scope, operation, place);
    case 'OneHot': {
      const indices = inputs.indices as Ref;
      const depth = Number(attrs.depth);
      const index = scope.value(indices.slot, over(name, place, depth)).code;
      const [on, off] = [attrs.onValue ?? 1, attrs.offValue ?? 0].map((value) => literal(Number(value), scope.type));
      return `select(${off}, ${on}, i32(${rest(name, place, depth)}) == ${index})`;
    }
    default:
      return null;
  }
}
