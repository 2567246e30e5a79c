/** The backends that a benchmark's Node process may hold. */
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import * as tf from '@tensorflow/tfjs-core';
import { backendStarters, type StartedBackend, startSimd } from '../../src/engine/headless.ts';
import type { RunnerBackend } from './runner.ts';

type Started = RunnerBackend & Pick<StartedBackend, 'device' | 'software'>;

/**
 * The one kernel that stock WebAssembly lacks for CGAN: the gradient of an embedding, a sum over rows of equal class.
 * It is given one in plain JavaScript, which costs nothing beside the rest, so that there is a figure at all.
 */
function supplySegmentSum(): void {
  tf.registerKernel({
    kernelName: 'UnsortedSegmentSum',
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) => {
      const { x, segmentIds } = inputs as { x: tf.TensorInfo; segmentIds: tf.TensorInfo };
      const segments = attrs?.numSegments as number;
      const backend = tf.backend();
      const values = backend.readSync(x.dataId) as Float32Array;
      const ids = backend.readSync(segmentIds.dataId) as Int32Array;
      const width = values.length / ids.length;
      const sums = new Float32Array(segments * width);
      for (const [i, value] of values.entries()) {
        const at = (ids[Math.floor(i / width)] as number) * width + (i % width);
        sums[at] = (sums[at] as number) + value;
      }
      const shape = [segments, ...x.shape.slice(1)];
      return { dataId: backend.write(sums, shape, 'float32'), shape, dtype: 'float32' };
    },
  });
}

/** Its fused matrix product reads beyond matrices that are no batch; tfjs's own op makes a batch of one of them. */
function batchFusedMatMul(): void {
  const stock = tf.getKernel(tf._FusedMatMul, 'wasm');
  tf.unregisterKernel(tf._FusedMatMul, 'wasm');
  const batchOfOne = (x: tf.TensorInfo): tf.TensorInfo => ({ ...x, shape: [1, ...x.shape] });
  tf.registerKernel({
    ...stock,
    kernelFunc(call) {
      const { a, b } = call.inputs as { a: tf.TensorInfo; b: tf.TensorInfo };
      if (a.shape.length > 2) return stock.kernelFunc(call);
      const inputs = { ...call.inputs, a: batchOfOne(a), b: batchOfOne(b) };
      const out = stock.kernelFunc({ ...call, inputs }) as tf.TensorInfo;
      return { ...out, shape: out.shape.slice(1) };
    },
  });
}

/**
 * Stock WebAssembly. Its ES modules are of a kind that only bundlers read, so the CommonJS build is loaded; it brings a
 * tfjs-core of its own, which finds engine and kernels of ours through tfjs's global registry.
 */
async function startWasm(): Promise<Started> {
  createRequire(import.meta.url)('@tensorflow/tfjs-backend-wasm');
  supplySegmentSum();
  batchFusedMatMul();
  tf.enableProdMode();
  await tf.setBackend('wasm');
  return {
    device: { code: 'device.named', name: 'tfjs-backend-wasm 4.22 under Node, 1 thread' },
    software: false,
    activate: () => void tf.setBackend('wasm'),
    guard: (read) => read,
  };
}

/** Sets up the backend by its name on the command line, with whatever follows the name. */
export const nodeBackends: Readonly<Record<string, (option: string) => Promise<Started>>> = {
  simd: (threads) => startSimd({ threads: Number(threads) || availableParallelism() }),
  cpu: backendStarters.cpu,
  wasm: startWasm,
  webgpu: async () => {
    // Fetched only here: Dawn has no binary for some machines on which everything else runs.
    (await import('./dawn.ts')).installWebgpu();
    return backendStarters.webgpu();
  },
};
