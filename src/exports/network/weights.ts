/** A network's weights as a plain safetensors file: as they are in memory, by names that say where they belong. */
import { encodeTensors } from '../../record/safetensors.ts';
import type { ExportSource } from '../exporter.ts';
import { networkOf, type Part } from './network.ts';

/** Axes of what is not a vector. TensorFlow's order; PyTorch has kernels of convolutions the other way round. */
const LAYOUT = {
  'layout.dense.kernel': 'in, out',
  'layout.conv.kernel': 'height, width, in, out',
  'layout.convTranspose.kernel': 'height, width, out, in',
  'layout.maxout.kernel': 'in, units * pieces',
  'layout.table': 'class, value',
  'layout.images': 'height, width, channel',
} as const;

/** @throws EngineError `bad-config` where the checkpoint is of other networks */
export function encodeWeights(source: ExportSource, part: Part): Uint8Array<ArrayBuffer> {
  const { weights, facts } = networkOf(source, part);
  return encodeTensors({ tensors: weights, metadata: { ...facts, ...LAYOUT } });
}
