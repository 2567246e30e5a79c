/** Exported networks, computed by others: onnxruntime and stock TensorFlow.js. */
import * as stock from '@tensorflow/tfjs';
import { strFromU8, unzipSync } from 'fflate';
import { env, InferenceSession, Tensor } from 'onnxruntime-web';
import type { End } from '../network/graph.ts';

env.wasm.numThreads = 1;

export interface Inputs {
  readonly end: End;
  /** [n, …shape], flat */
  readonly values: Float32Array;
  readonly labels: Int32Array;
}

const dims = ({ end, labels }: Inputs): number[] => [labels.length, ...end.shape];

/** What the model's only output is, flat. */
export async function runOnnx(model: Uint8Array, inputs: Inputs): Promise<Float32Array> {
  const session = await InferenceSession.create(model);
  const { end, values, labels } = inputs;
  const feeds = {
    [end.name]: new Tensor('float32', values, dims(inputs)),
    ...(session.inputNames.includes('label') && {
      label: new Tensor('int64', BigInt64Array.from(labels, BigInt), [labels.length]),
    }),
  };
  const output = (await session.run(feeds))[session.outputNames[0] as string];
  await session.release();
  return output?.data as Float32Array;
}

export async function runTfjs(zip: Uint8Array, inputs: Inputs): Promise<Float32Array> {
  const files = unzipSync(zip);
  const { modelTopology, weightsManifest, ...rest } = JSON.parse(strFromU8(files['model.json'] as Uint8Array));
  const artifacts = {
    ...rest,
    modelTopology,
    weightSpecs: weightsManifest[0].weights,
    weightData: (files['weights.bin'] as Uint8Array).slice().buffer,
  };
  await stock.setBackend('cpu');
  const model = await stock.loadGraphModel(stock.io.fromMemory(artifacts));
  const { end, values, labels } = inputs;
  const x = stock.tensor(values, dims(inputs));
  const label = stock.tensor1d(labels, 'int32');
  const feeds = model.inputs.length > 1 ? { [end.name]: x, label } : { [end.name]: x };
  const output = model.predict(feeds) as stock.Tensor;
  const found = output.dataSync<'float32'>().slice();
  stock.dispose([x, label, output]);
  model.dispose();
  return found;
}
