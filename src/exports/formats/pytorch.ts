/** The run as a PyTorch project that goes on training. */
import { strToU8, zipSync } from 'fflate';
import type { About, Make } from '../exporter.ts';
import { factsOf } from '../pytorch/facts.ts';
import { pythonFiles } from '../pytorch/project.ts';
import { readmeFile } from '../pytorch/readme.ts';
import { brings } from '../pytorch/sets/index.ts';
import { weightsFile } from '../pytorch/weights.ts';

export const about: About = {
  id: 'pytorch',
  subject: 'run',
  suffix: '-pytorch.zip',
  type: 'application/zip',
  suits: () => true,
};

/** numpy where the data may be its arrays. */
const requirements = (numpy: boolean): string => `torch>=1.13\n${numpy ? 'numpy\n' : ''}`;

export const make: Make = async ({ recipe, data, plan, config, snapshot }) => {
  const facts = factsOf({ recipe, data, plan, seed: config.seed });
  const scripts = pythonFiles(facts);
  const names = [...scripts.keys(), 'weights.safetensors'];
  const texts = {
    ...Object.fromEntries(scripts),
    'README.md': readmeFile(facts, snapshot.step, names),
    'requirements.txt': requirements(brings(data)),
  };
  const folder = `${recipe.id}-pytorch`;
  const entries = Object.entries(texts).map(([name, text]) => [`${folder}/${name}`, strToU8(text)] as const);
  const weights = weightsFile(facts, snapshot);
  return zipSync({
    ...Object.fromEntries(entries),
    // Floats hardly shrink.
    [`${folder}/weights.safetensors`]: [weights, { level: 0 }],
  }) as Uint8Array<ArrayBuffer>;
};
