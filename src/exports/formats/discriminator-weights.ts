/** D's weights as a plain safetensors file. */
import type { About, Make } from '../exporter.ts';
import { encodeWeights } from '../network/weights.ts';

export const about: About = {
  id: 'discriminator-weights',
  subject: 'model',
  suffix: '-D.safetensors',
  type: 'application/octet-stream',
  suits: () => true,
};

export const make: Make = async (source) => encodeWeights(source, 'discriminator');
