/** What sort of work a kernel is: passes that put operations together ask for no more. */

/** Each number of the output is made of the numbers at the same place of its inputs, broadcast as NumPy does. */
const ELEMENTWISE: ReadonlySet<string> = new Set([
  ...[
    'Abs',
    'Cast',
    'ClipByValue',
    'Cos',
    'Elu',
    'Exp',
    'Expm1',
    'Identity',
    'LeakyRelu',
    'Log',
    'Log1p',
    'LogicalNot',
  ],
  ...[
    'Neg',
    'OnesLike',
    'Reciprocal',
    'Relu',
    'Relu6',
    'Reshape',
    'Rsqrt',
    'Selu',
    'Sigmoid',
    'Sign',
    'Sin',
    'Softplus',
  ],
  ...['Sqrt', 'Square', 'Step', 'Tanh', 'ZerosLike', 'Add', 'Sub', 'Multiply', 'RealDiv', 'Maximum', 'Minimum', 'Pow'],
  ...['SquaredDifference', 'DivNoNan', 'Greater', 'GreaterEqual', 'Less', 'LessEqual', 'Equal', 'NotEqual', 'Prelu'],
  ...['LogicalAnd', 'LogicalOr', 'Select', 'AddN', 'ExpandDims', 'EluGrad'],
]);

/** Each number of the output is one of the inputs, from another place. */
const MOVING: ReadonlySet<string> = new Set([
  ...['Concat', 'Fill', 'GatherV2', 'OneHot', 'Pack', 'PadV2', 'Slice', 'SplitV', 'Tile', 'Transpose'],
]);

const REDUCING: ReadonlySet<string> = new Set(['Sum', 'Mean', 'Max', 'Min', 'ArgMax', 'UnsortedSegmentSum']);

const PRODUCTS: ReadonlySet<string> = new Set([
  ...['BatchMatMul', '_FusedMatMul', 'Conv2D', 'FusedConv2D', 'Conv2DBackpropInput', 'Conv2DBackpropFilter'],
]);

export type Kind = 'elementwise' | 'moving' | 'reducing' | 'product' | 'other';

export function kindOf(kernel: string): Kind {
  if (ELEMENTWISE.has(kernel)) return 'elementwise';
  if (MOVING.has(kernel)) return 'moving';
  if (REDUCING.has(kernel)) return 'reducing';
  return PRODUCTS.has(kernel) ? 'product' : 'other';
}

/** Whether each number of the output is a short expression in numbers of the inputs. */
export const isMap = (kernel: string): boolean => ELEMENTWISE.has(kernel) || MOVING.has(kernel);

/** Operations put together by passes/fusion.ts: their list is its attribute `body`. */
export const FUSED = 'Fused';
/** state ← from, as an operation: see passes/assignments.ts. */
export const ASSIGN = 'Assign';
/**
 * Numbers of a stream, made by whoever runs the program: see passes/draws.ts. Attributes: spread, shape, and the fills before
 * it in blocks.
 */
export const DRAW = 'Draw';
/**
 * A factor times the standard deviation of all numbers of x, in double precision: a double in the place of two floats, which
 * scales what is drawn where it is DRAW's input `scale`.
 */
export const DEVIATION = 'Deviation';
/** Images of a table, at the places that are its input `places`. Attribute: rows. */
export const ROWS = 'Rows';
