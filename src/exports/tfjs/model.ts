/** A graph as a graph model of TensorFlow.js: `model.json`, and the weights that it names. */
import { type Graph, LABEL } from '../network/graph.ts';
import type { ExportedNetwork } from '../network/network.ts';
import { dims, type TensorFlowConstant, translate } from './nodes.ts';

export interface GraphModel {
  /** JSON; it says that the weights lie beside it in `weights.bin`. */
  readonly model: string;
  readonly weights: Uint8Array<ArrayBuffer>;
}

function laidOut(constants: ReadonlyMap<string, TensorFlowConstant>): Uint8Array<ArrayBuffer> {
  const all = [...constants.values()];
  const whole = new Uint8Array(all.reduce((sum, { values }) => sum + values.byteLength, 0));
  let at = 0;
  for (const { values } of all) {
    whole.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += values.byteLength;
  }
  return whole;
}

export function graphModelOf(graph: Graph, { facts }: Pick<ExportedNetwork, 'facts'>): GraphModel {
  const { nodes, constants } = translate(graph);
  const tensor = (name: string, dtype: 'DT_FLOAT' | 'DT_INT32', shape: readonly number[]) => ({
    [name]: { name: `${name}:0`, dtype, tensorShape: dims(-1, ...shape) },
  });
  const model = {
    format: 'graph-model',
    generatedBy: 'gan-playground',
    convertedBy: null,
    signature: {
      inputs: {
        ...tensor(graph.input.name, 'DT_FLOAT', graph.input.shape),
        ...(graph.labelled && tensor(LABEL, 'DT_INT32', [])),
      },
      outputs: tensor(graph.output.name, 'DT_FLOAT', graph.output.shape),
    },
    userDefinedMetadata: facts,
    modelTopology: { node: nodes, library: {}, versions: { producer: 1395 } },
    weightsManifest: [
      {
        paths: ['weights.bin'],
        weights: [...constants].map(([name, { shape, values }]) => ({
          name,
          shape,
          dtype: values instanceof Int32Array ? 'int32' : 'float32',
        })),
      },
    ],
  };
  return { model: JSON.stringify(model), weights: laidOut(constants) };
}
