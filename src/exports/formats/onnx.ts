/** G as an ONNX model: z, and the class where G is told one, to what it draws. */
import type { About, Make } from '../exporter.ts';
import { graphOf } from '../network/lower.ts';
import { networkOf } from '../network/network.ts';
import { encodeOnnx } from '../onnx/model.ts';

export const about: About = {
  id: 'onnx',
  subject: 'model',
  suffix: '-G.onnx',
  type: 'application/octet-stream',
  suits: () => true,
};

export const make: Make = async (source) => {
  const network = networkOf(source, 'generator');
  return encodeOnnx(graphOf(network), network);
};
