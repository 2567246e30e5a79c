/** D as an ONNX model: what it judges, and the class where D is told one, to its output before any sigmoid. */
import type { About, Make } from '../exporter.ts';
import { graphOf } from '../network/lower.ts';
import { networkOf } from '../network/network.ts';
import { encodeOnnx } from '../onnx/model.ts';

export const about: About = {
  id: 'onnx-discriminator',
  subject: 'model',
  suffix: '-D.onnx',
  type: 'application/octet-stream',
  suits: () => true,
};

export const make: Make = async (source) => {
  const network = networkOf(source, 'discriminator');
  return encodeOnnx(graphOf(network), network);
};
