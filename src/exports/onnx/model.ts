/** A graph as an ONNX model, operator set 17. Images go in and come out channels-last; convolutions have them first. */
import type { SavedTensor } from '../../core/snapshot.ts';
import { type End, type Graph, type GraphNode, LABEL, type Window } from '../network/graph.ts';
import type { ExportedNetwork } from '../network/network.ts';
import {
  type Attribute,
  encodeModel,
  FLOAT,
  INT64,
  type OnnxNode,
  type OnnxTensor,
  type OnnxValue,
} from './messages.ts';

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);

const floats = (name: string, { shape, values }: SavedTensor): OnnxTensor => ({
  name,
  type: FLOAT,
  dims: shape,
  bytes: bytesOf(values),
});

const integers = (name: string, values: readonly number[], dims: readonly number[] = [values.length]): OnnxTensor => ({
  name,
  type: INT64,
  dims,
  bytes: bytesOf(BigInt64Array.from(values, BigInt)),
});

/** [height, width, a, b] -> [b, a, height, width]: of both kinds of convolution from ours to ONNX's. */
function channelsFirst({ shape, values }: SavedTensor): SavedTensor {
  const [height, width, a, b] = shape as [number, number, number, number];
  const turned = new Float32Array(values.length);
  let at = 0;
  for (let place = 0; place < height * width; place++)
    for (let i = 0; i < a; i++)
      for (let j = 0; j < b; j++) turned[(j * a + i) * height * width + place] = values[at++] as number;
  return { shape: [b, a, height, width], values: turned };
}

const FIRST: Attribute = { ints: [0, 3, 1, 2] };
const LAST: Attribute = { ints: [0, 2, 3, 1] };
const both = (n: number): Attribute => ({ ints: [n, n] });
const windowAttributes = ({ kernel, stride, before, after }: Window): OnnxNode['attributes'] => ({
  kernel_shape: both(kernel),
  strides: both(stride),
  pads: { ints: [...before, ...after] },
});

const ONNX_NAMES = {
  add: 'Add',
  sub: 'Sub',
  mul: 'Mul',
  div: 'Div',
  sqrt: 'Sqrt',
  relu: 'Relu',
  tanh: 'Tanh',
  sigmoid: 'Sigmoid',
  identity: 'Identity',
} as const;

function translate({ constants, nodes: given }: Graph) {
  const nodes: OnnxNode[] = [];
  const initializers = new Map<string, OnnxTensor>();

  const put = (
    name: string,
    op: string,
    inputs: readonly string[],
    attributes: OnnxNode['attributes'] = {},
  ): string => {
    nodes.push({ name, op, inputs, attributes });
    return name;
  };
  const keep = (tensor: OnnxTensor): string => {
    initializers.set(tensor.name, tensor);
    return tensor.name;
  };
  const kept = (name: string): string => {
    const constant = constants.get(name);
    return constant ? keep(floats(name, constant)) : name;
  };

  /** Between two transpositions; runtimes take out those that meet. */
  function onImages(name: string, op: string, [x, ...others]: readonly string[], attributes: OnnxNode['attributes']) {
    const first = put(`${name}/first`, 'Transpose', [x as string], { perm: FIRST });
    return put(name, 'Transpose', [put(`${name}/${op}`, op, [first, ...others], attributes)], { perm: LAST });
  }

  function convolution({ name, inputs }: GraphNode, op: string, attributes: OnnxNode['attributes']): string {
    const [x, kernel, bias] = inputs as readonly [string, string, string];
    const turned = keep(floats(kernel, channelsFirst(constants.get(kernel) as SavedTensor)));
    return onImages(name, op, [x, turned, kept(bias)], attributes);
  }

  function node(of: GraphNode): string {
    const { name, operation, inputs } = of;
    switch (operation.op) {
      case 'dense':
        return put(name, 'Gemm', inputs.map(kept));
      case 'conv':
        return convolution(of, 'Conv', windowAttributes(operation));
      case 'convTranspose':
        return convolution(of, 'ConvTranspose', {
          ...windowAttributes(operation),
          output_padding: both(operation.beyond),
        });
      case 'maxPool':
        return onImages(name, 'MaxPool', inputs, { kernel_shape: both(operation.size), strides: both(operation.size) });
      case 'add':
      case 'sub':
      case 'mul':
      case 'div':
      case 'sqrt':
      case 'relu':
      case 'tanh':
      case 'sigmoid':
      case 'identity':
        return put(name, ONNX_NAMES[operation.op], inputs.map(kept));
      case 'leakyRelu':
        return put(name, 'LeakyRelu', inputs, { alpha: { f: operation.slope } });
      case 'mean':
        return put(name, 'ReduceMean', inputs, { axes: { ints: operation.axes } });
      case 'sum':
        return put(name, 'ReduceSum', [...inputs, keep(integers(`${name}.axes`, operation.axes))]);
      case 'max':
        return put(name, 'ReduceMax', inputs, { axes: { ints: [operation.axis] }, keepdims: { i: 0 } });
      case 'reshape':
        // 0 keeps the batch.
        return put(name, 'Reshape', [...inputs, keep(integers(`${name}.shape`, [0, ...operation.shape]))]);
      case 'gather':
        return put(name, 'Gather', inputs.map(kept));
      case 'oneHot': {
        const depth = keep(integers(`${name}.depth`, [operation.classes], []));
        const values = keep(floats(`${name}.values`, { shape: [2], values: Float32Array.of(0, 1) }));
        return put(name, 'OneHot', [...inputs, depth, values]);
      }
      case 'concat':
        return put(name, 'Concat', inputs, { axis: { i: 1 } });
      default:
        return operation satisfies never;
    }
  }
  for (const one of given) node(one);
  return { nodes, initializers: [...initializers.values()] };
}

const asValue = ({ name, shape }: End): OnnxValue => ({ name, type: FLOAT, dims: ['N', ...shape] });

/** A graph of a network as the bytes of an ONNX model. */
export function encodeOnnx(graph: Graph, { facts, part }: Pick<ExportedNetwork, 'facts' | 'part'>) {
  return encodeModel({
    name: part,
    producer: 'gan-playground',
    facts,
    inputs: [asValue(graph.input), ...(graph.labelled ? [{ name: LABEL, type: INT64, dims: ['N'] } as const] : [])],
    outputs: [asValue(graph.output)],
    ...translate(graph),
  });
}
