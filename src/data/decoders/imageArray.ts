/** From an array of numbers to images: which axis is which, and which values are black and white. */
import { type ArraySource, type Decoding, eachStretch, eachValue, lengthOf } from './arrays.ts';
import { badFile } from './badFile.ts';
import { checkCount, checkSides, type Guard } from './guard.ts';

/** Image, row, column, channel. */
type Axis = 'n' | 'h' | 'w' | 'c';

type Described = Pick<ArraySource, 'shape' | 'format' | 'order' | 'name'>;

export interface ImageShape {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** The axes of the array, in the order in which its shape names them. */
  readonly axes: readonly Axis[];
}

/** The smallest side of images that come as flat rows; less is more likely a table of something else. */
const SMALLEST_FLAT = 8;
const isChannels = (n: number | undefined): boolean => n === 1 || n === 3;

const CHANNELS_LAST: readonly Axis[] = ['n', 'h', 'w', 'c'];
const CHANNELS_FIRST: readonly Axis[] = ['n', 'c', 'h', 'w'];
const IMAGES_LAST: readonly Axis[] = ['h', 'w', 'c', 'n'];

/** EMNIST's IDX files hold every image transposed, and nothing but their name tells. */
const isTransposed = ({ format, name }: Described): boolean => format === 'idx' && /emnist/i.test(name);

function axesOf(source: Described): readonly Axis[] | null {
  const { shape, format } = source;
  const [first, second, third, fourth] = shape;
  // MATLAB counts images last, all others first; either may come with the other's habit.
  const last = format === 'mat';
  if (shape.length === 3 && isTransposed(source)) return ['n', 'w', 'h'];
  if (shape.length === 3) return last && (first === second || second !== third) ? ['h', 'w', 'n'] : ['n', 'h', 'w'];
  if (shape.length !== 4) return null;
  if (last && isChannels(third)) return IMAGES_LAST;
  if (isChannels(fourth)) return CHANNELS_LAST;
  if (isChannels(second)) return CHANNELS_FIRST;
  return isChannels(third) ? IMAGES_LAST : null;
}

/** How the array can be read as images, or null if it cannot. Rows of n² numbers are grey n×n images. */
export function imageShape(source: Described): ImageShape | null {
  const { shape } = source;
  if (shape.length === 2) {
    const [count = 0, pixels = 0] = shape;
    const side = Math.sqrt(pixels);
    if (!Number.isInteger(side) || side < SMALLEST_FLAT || source.order !== 'C') return null;
    return { count, height: side, width: side, channels: 1, axes: ['n', 'h', 'w'] };
  }
  const axes = axesOf(source);
  if (!axes) return null;
  const length = (axis: Axis): number => (axes.includes(axis) ? (shape[axes.indexOf(axis)] as number) : 1);
  return { count: length('n'), height: length('h'), width: length('w'), channels: length('c'), axes };
}

/** How floats become bytes: byte = value · scale + shift. */
interface Scaling {
  readonly scale: number;
  readonly shift: number;
}

/** Reads everything once, to learn where black and white are. */
function* findScaling(source: ArraySource): Decoding<Scaling> {
  let [low, high] = [0, 0];
  yield* eachValue(source, (value, index) => {
    if (!Number.isFinite(value)) {
      throw badFile(source.place, { code: 'values.notFinite', index });
    }
    low = Math.min(low, value);
    high = Math.max(high, value);
  });
  if (source.type.startsWith('f')) {
    if (low >= 0 && high <= 1) return { scale: 255, shift: 0 };
    if (low >= -1 && high <= 1) return { scale: 127.5, shift: 127.5 };
  }
  if (low >= 0 && high <= 255) return { scale: 1, shift: 0 };
  throw badFile(source.place, { code: 'values.range', low, high });
}

/** Steps through an array in its stored order and knows where each value goes in [n, h, w, c]. */
function createScatter({ shape, order }: ArraySource, { axes, height, width, channels }: ImageShape) {
  const steps: Record<Axis, number> = { n: height * width * channels, h: width * channels, w: channels, c: 1 };
  // Flat rows have fewer axes in the file than the images they hold, and are stored alike.
  const lengths = shape.length === axes.length ? shape : [shape[0] as number, height, width];
  const stored = axes.map((axis, i) => ({ length: lengths[i] as number, step: steps[axis] }));
  // The last runs fastest.
  if (order === 'F') stored.reverse();
  const counters = new Uint32Array(stored.length);
  const lengthOfAxis = stored.map(({ length }) => length);
  const stepOfAxis = stored.map(({ step }) => step);
  const fastest = stored.length - 1;
  let at = 0;
  return {
    /** True where the stored order is that of [n, h, w, c]. */
    isIdentity: stored.every(({ length, step }, i) => {
      const inner = stored.slice(i + 1).reduce((product, axis) => product * axis.length, 1);
      return length === 1 || step === inner;
    }),
    /** Where the next value goes. */
    next(): number {
      const here = at;
      for (let axis = fastest; axis >= 0; axis--) {
        const step = stepOfAxis[axis] as number;
        const length = lengthOfAxis[axis] as number;
        at += step;
        counters[axis] = (counters[axis] as number) + 1;
        if ((counters[axis] as number) < length) break;
        at -= step * length;
        counters[axis] = 0;
      }
      return here;
    },
  };
}

/** @throws EngineError `bad-file` where count or sides are beyond the limits. */
export function checkImages(source: ArraySource, shape: ImageShape, guard: Guard): void {
  checkCount(shape.count, guard, source.place);
  checkSides(shape.height, shape.width, guard, source.place);
}

/**
 * The array as images.
 *
 * @returns bytes [count, height, width, channels]
 * @throws EngineError `bad-file`: damaged, beyond the limits, or values that are no grey levels.
 */
export function* decodeImages(source: ArraySource, shape: ImageShape, guard: Guard): Decoding<Uint8Array<ArrayBuffer>> {
  const out = guard.allocate(lengthOf(source.shape), 'images', source.place);
  const scatter = createScatter(source, shape);
  if (source.type === 'u1') {
    let at = 0;
    yield* eachStretch(source, (bytes) => {
      if (scatter.isIdentity) out.set(bytes, at);
      else for (let i = 0; i < bytes.length; i++) out[scatter.next()] = bytes[i] as number;
      at += bytes.length;
    });
    return out;
  }
  const { scale, shift } = yield* findScaling(source);
  yield* eachValue(source, (value) => {
    out[scatter.next()] = Math.round(value * scale + shift);
  });
  return out;
}
