/** G as a graph model of TensorFlow.js: `model.json` and `weights.bin` in a zip. */
import { strToU8, zipSync } from 'fflate';
import type { About, Make } from '../exporter.ts';
import { graphOf } from '../network/lower.ts';
import { networkOf } from '../network/network.ts';
import { graphModelOf } from '../tfjs/model.ts';

export const about: About = {
  id: 'tfjs',
  subject: 'model',
  suffix: '-G-tfjs.zip',
  type: 'application/zip',
  suits: () => true,
};

export const make: Make = async (source) => {
  const network = networkOf(source, 'generator');
  const { model, weights } = graphModelOf(graphOf(network), network);
  // Weights hardly shrink; and the same run makes the same file.
  return zipSync({ 'model.json': strToU8(model), 'weights.bin': [weights, { level: 0 }] }, { mtime: '1980-01-01' });
};
