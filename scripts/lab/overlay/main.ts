/**
 * The overlay: mean digits of GAN and DRAGAN beside real ones, as docs/images/overlay.png and a table in docs/results.md.
 * The networks are those of the study `quality`; what is not in runs/quality yet is trained first. One thread.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { info } from '../../../src/data/sets/mnist.ts';
import {
  createTrainer,
  disposeTrainer,
  drawReal,
  judgeGenerator,
  resolve,
  restoreSnapshot,
  startSimd,
} from '../../../src/engine/headless.ts';
import { loadWhole } from '../../build/packedData.ts';
import { openQuality } from '../../cli/evaluate/evaluator.ts';
import { readArguments, wholeNumber } from '../../options.ts';
import { configOf, trained } from '../quality/experiment.ts';
import { insertTable, markdownTable } from '../tables.ts';
import { decibels, overlayPicture, type System } from './picture.ts';

const COMMAND = 'npm run lab -- overlay';
const RESULTS = join('docs', 'results.md');
const PICTURE = join('docs', 'images', 'overlay.png');

const { values } = readArguments({
  command: COMMAND,
  about: 'Lays mean digits of GAN and DRAGAN beside real ones.',
  options: {
    seed: { takes: 'N', says: '1 by default' },
    steps: { takes: 'N', says: '500 by default' },
    samples: { takes: 'N', says: 'of each; 5000 by default' },
  },
});
const seed = wholeNumber('seed', values.seed ?? '1');
const steps = wholeNumber('steps', values.steps ?? '500');
const samples = wholeNumber('samples', values.samples ?? '5000', { least: 10 });

const backend = await startSimd({ threads: 1 });
const data = await loadWhole(info);
const quality = { ...openQuality(data, { samples }), chosen: [] };

async function systemOf(recipe: string, name: string): Promise<System> {
  const config = configOf(recipe, seed);
  const file = join('runs', 'quality', `${recipe}-${seed}.safetensors`);
  const { snapshot } = await trained(file, config, steps, data, backend);
  const { plan } = resolve(config);
  const trainer = createTrainer(plan, seed);
  restoreSnapshot(trainer, snapshot);
  const { means } = await judgeGenerator(trainer, backend, quality, await drawReal(quality, plan));
  disposeTrainer(trainer);
  if (!means) throw new Error(`${name} draws no images.`);
  return { name, means };
}

const systems = [await systemOf('gan', 'GAN'), await systemOf('dragan', 'DRAGAN')] as const;

const lineOf = ({ name, means: { pairs, psnr, floor } }: System): readonly string[] => {
  const counts = pairs.map(({ fake }) => fake?.count ?? 0);
  return [
    name,
    ...pairs.map((pair) => decibels(pair.psnr)),
    decibels(psnr),
    decibels(floor),
    `${Math.min(...counts)} … ${Math.max(...counts)}`,
  ];
};
const digits = systems[0].means.pairs.map((_, digit) => String(digit));
const table = markdownTable(['PSNR, dB', ...digits, 'mean', 'real digits', 'samples of a digit'], systems.map(lineOf));
console.log(table);
writeFileSync(PICTURE, overlayPicture(systems));
writeFileSync(RESULTS, insertTable(readFileSync(RESULTS, 'utf8'), 'overlay', COMMAND, table));
