/** A graph as the nodes of a TensorFlow graph, in the JSON form of its protocol buffers. */
import type { SavedTensor } from '../../core/snapshot.ts';
import { type Graph, type GraphNode, LABEL, type Window } from '../network/graph.ts';

/** A value of an attribute; texts are base64, whole numbers are texts. */
type Attribute =
  | { readonly b: boolean }
  | { readonly f: number }
  | { readonly i: string }
  | { readonly s: string }
  | { readonly type: 'DT_FLOAT' | 'DT_INT32' }
  | { readonly list: { readonly i: readonly string[] } }
  | { readonly shape: { readonly dim: readonly { readonly size: string }[] } };

export interface TensorFlowNode {
  readonly name: string;
  readonly op: string;
  readonly input: readonly string[];
  readonly attr: Readonly<Record<string, Attribute>>;
}

/** Weights, and whole numbers such as shapes. */
export type TensorFlowConstant = SavedTensor | { readonly shape: readonly number[]; readonly values: Int32Array };

const float: Attribute = { type: 'DT_FLOAT' };
const whole = (n: number): Attribute => ({ i: String(n) });
const wholes = (...numbers: number[]): Attribute => ({ list: { i: numbers.map(String) } });
const text = (ascii: string): Attribute => ({ s: btoa(ascii) });
export const dims = (...lengths: number[]) => ({ dim: lengths.map((length) => ({ size: String(length) })) });
const FORMAT = text('NHWC');

const windowAttributes = ({ stride, padding }: Pick<Window, 'stride' | 'padding'>): TensorFlowNode['attr'] => ({
  T: float,
  strides: wholes(1, stride, stride, 1),
  padding: text(padding.toUpperCase()),
  data_format: FORMAT,
  dilations: wholes(1, 1, 1, 1),
});

const TENSORFLOW_NAMES = {
  add: 'AddV2',
  sub: 'Sub',
  mul: 'Mul',
  div: 'RealDiv',
  sqrt: 'Sqrt',
  relu: 'Relu',
  tanh: 'Tanh',
  sigmoid: 'Sigmoid',
  identity: 'Identity',
} as const;

export function translate(graph: Graph) {
  const constants = new Map<string, TensorFlowConstant>(graph.constants);
  const nodes: TensorFlowNode[] = [];

  const put = (name: string, op: string, input: readonly string[], attr: TensorFlowNode['attr'] = { T: float }) => {
    nodes.push({ name, op, input, attr });
    return name;
  };
  const integers = (name: string, values: readonly number[], shape = [values.length]): string => {
    constants.set(name, { shape, values: Int32Array.from(values) });
    return name;
  };
  const withBias = (name: string, op: string, input: readonly string[], bias: string, attr: TensorFlowNode['attr']) =>
    put(name, 'BiasAdd', [put(`${name}/${op}`, op, input, attr), bias], { T: float, data_format: FORMAT });

  /** The length of the batch with these behind it, as a value: TensorFlow's 0 in a shape is a length. */
  function shapeBehindBatch(name: string, x: string, shape: readonly number[]): string {
    const all = put(`${name}/shape`, 'Shape', [x], { T: float, out_type: { type: 'DT_INT32' } });
    const slice = ['begin', 'end', 'strides'].map((of, i) => integers(`${name}/${of}`, [Math.min(i, 1)]));
    const batch = put(`${name}/batch`, 'StridedSlice', [all, ...slice], {
      T: { type: 'DT_INT32' },
      shrink_axis_mask: whole(1),
    });
    const lengths = shape.map((length, i) => integers(`${name}/length${i}`, [length], []));
    return put(`${name}/output`, 'Pack', [batch, ...lengths], {
      T: { type: 'DT_INT32' },
      N: whole(shape.length + 1),
      axis: whole(0),
    });
  }

  function node({ name, operation, inputs }: GraphNode): string {
    const [x, kernel, bias] = inputs as readonly [string, string, string];
    switch (operation.op) {
      case 'dense':
        return withBias(name, 'MatMul', [x, kernel], bias, {
          T: float,
          transpose_a: { b: false },
          transpose_b: { b: false },
        });
      case 'conv':
        return withBias(name, 'Conv2D', [x, kernel], bias, windowAttributes(operation));
      case 'convTranspose': {
        const shape = shapeBehindBatch(name, x, operation.output);
        return withBias(name, 'Conv2DBackpropInput', [shape, kernel, x], bias, windowAttributes(operation));
      }
      case 'maxPool':
        return put(name, 'MaxPool', inputs, {
          ...windowAttributes({ stride: operation.size, padding: 'valid' }),
          ksize: wholes(1, operation.size, operation.size, 1),
        });
      case 'add':
      case 'sub':
      case 'mul':
      case 'div':
      case 'sqrt':
      case 'relu':
      case 'tanh':
      case 'sigmoid':
      case 'identity':
        return put(name, TENSORFLOW_NAMES[operation.op], inputs);
      case 'leakyRelu':
        return put(name, 'LeakyRelu', inputs, { T: float, alpha: { f: operation.slope } });
      case 'mean':
      case 'sum':
        return put(
          name,
          operation.op === 'mean' ? 'Mean' : 'Sum',
          [...inputs, integers(`${name}/axes`, operation.axes)],
          { T: float, keep_dims: { b: true } },
        );
      case 'max':
        return put(name, 'Max', [...inputs, integers(`${name}/axes`, [operation.axis])], {
          T: float,
          keep_dims: { b: false },
        });
      case 'reshape':
        return put(name, 'Reshape', [...inputs, integers(`${name}/shape`, [-1, ...operation.shape])]);
      case 'gather':
        return put(name, 'GatherV2', [...inputs, integers(`${name}/axis`, [0], [])]);
      case 'oneHot': {
        const depth = integers(`${name}/depth`, [operation.classes], []);
        constants.set(`${name}/on`, { shape: [], values: Float32Array.of(1) });
        constants.set(`${name}/off`, { shape: [], values: Float32Array.of(0) });
        return put(name, 'OneHot', [...inputs, depth, `${name}/on`, `${name}/off`], { T: float, axis: whole(-1) });
      }
      case 'concat':
        return put(name, 'ConcatV2', [...inputs, integers(`${name}/axis`, [1], [])], { T: float, N: whole(2) });
      default:
        return operation satisfies never;
    }
  }

  const { input, labelled } = graph;
  put(input.name, 'Placeholder', [], { dtype: float, shape: { shape: dims(-1, ...input.shape) } });
  if (labelled) put(LABEL, 'Placeholder', [], { dtype: { type: 'DT_INT32' }, shape: { shape: dims(-1) } });
  for (const one of graph.nodes) node(one);
  const stored = [...constants].map(
    ([name, { values }]): TensorFlowNode => ({
      name,
      op: 'Const',
      input: [],
      attr: { dtype: values instanceof Int32Array ? { type: 'DT_INT32' } : float },
    }),
  );
  return { nodes: [...stored, ...nodes], constants };
}
