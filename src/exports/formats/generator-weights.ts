/** G's weights, as samples are drawn with them, as a plain safetensors file. */
import type { About, Make } from '../exporter.ts';
import { encodeWeights } from '../network/weights.ts';

export const about: About = {
  id: 'generator-weights',
  subject: 'model',
  suffix: '-G.safetensors',
  type: 'application/octet-stream',
  suits: () => true,
};

export const make: Make = async (source) => encodeWeights(source, 'generator');
