/** A trained run of ours with its exported project, its samples, and one more step. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { ParamValues } from '../../../src/core/params.ts';
import { initialState, openStream } from '../../../src/core/random.ts';
import { type Batch, drawLatent, sample } from '../../../src/engine/headless.ts';
import { makeExport } from '../../../src/exports/makers.ts';
import { factsOf } from '../../../src/exports/pytorch/facts.ts';
import { writtenNetwork } from '../../../src/exports/pytorch/model.ts';
import { projectTensors } from '../../../src/exports/pytorch/weights.ts';
import { trainRun } from '../../../src/exports/testing/source.ts';
import { shapeOf } from '../../../src/gan/examples.ts';
import { given, recordStep, type Tensors } from '../ours.ts';
import { encode, encodeExamples } from '../python.ts';
import type { ProjectCase } from './cases.ts';

const SAMPLES = 20;
/** Narrower, or clipped further, networks are all but flat, and rounding is all there is. */
const SMALL: ParamValues = { width: 0.1, batch: 8, clip: 0.3 };

export interface OurProject {
  /** What the project is asked, without its folder. */
  readonly request: object;
  /** In the names and layouts of the project. */
  readonly tensors: Tensors;
}

/** Writes an export's files into a folder; the zip's own folder is left out. */
export function unpack(zip: Uint8Array, folder: string): void {
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    const path = join(folder, ...name.split('/').slice(1));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}

/** [n, height, width, channels] as [n, channels, height, width] */
function channelsFirst(values: Float32Array, [height = 1, width = 1, channels = 1]: readonly number[]): Float32Array {
  const places = height * width;
  return values.map((_, i) => {
    const example = Math.floor(i / (places * channels));
    const channel = Math.floor(i / places) % channels;
    return values[(example * places + (i % places)) * channels + channel] as number;
  });
}

/** Trains a run, exports it into `folder`, and takes one step more. */
export async function ourProject({ name: _, ...run }: ProjectCase, folder: string): Promise<OurProject> {
  const { source, training } = await trainRun({ ...run, params: { ...SMALL, ...run.params } });
  unpack((await makeExport('pytorch', source)) as Uint8Array, folder);
  const { plan } = source;
  const facts = factsOf({ ...source, seed: source.config.seed });
  const trainer = training.trainer();
  const tensors: Tensors = new Map();
  const shape = shapeOf(plan.examples);

  const stream = openStream(initialState(9, 'samples'));
  const latent = drawLatent(plan.latent, SAMPLES, stream);
  const labels = stream.integers(new Int32Array(SAMPLES), Math.max(1, plan.classes));
  if (facts.plays) {
    const drawn = sample(trainer, latent, plan.classes > 0 ? labels : null);
    const values = drawn.dataSync<'float32'>().slice();
    tensors.set('samples', shape.length === 3 ? channelsFirst(values, shape) : values);
    drawn.dispose();
  }

  const networks = {
    generator: writtenNetwork(facts, 'generator'),
    discriminator: writtenNetwork(facts, 'discriminator'),
  };
  const batches: Batch[] = [];
  const { draws, scalars } = recordStep(trainer, {
    batches,
    step: training.step(),
    seen(update, part, gradients) {
      const names = trainer[part].weights.filter(({ trainable }) => trainable).map(({ name }) => name);
      const places = new Map(networks[part].weights.map((weight) => [weight.own, weight]));
      for (const [i, gradient] of gradients.entries()) {
        const carried = places.get(names[i] as string);
        const own = { shape: gradient.shape, values: gradient.dataSync<'float32'>().slice() };
        if (carried) tensors.set(`update ${update}, ${part}.${carried.python}`, carried.place(own).values);
      }
    },
  });
  for (const [ours, theirs] of [
    ['lossG', 'loss G'],
    ['lossD', facts.plays ? 'loss D' : 'classes'],
    ['penalty', 'penalty'],
  ] as const) {
    const value = scalars.get(ours);
    if (value) tensors.set(theirs, value);
  }
  const classes = scalars.get('lossClass');
  if (classes) tensors.set('classes', classes);
  await training.keepSnapshot();
  const snapshot = training.snapshot();
  if (!snapshot) throw new Error('A weight is not finite.');
  for (const [name, { values }] of projectTensors(facts, snapshot)) tensors.set(`after, ${name}`, values);
  training.dispose();

  const flat = (values: ArrayLike<number>, of: readonly number[]) =>
    encode({ shape: of, values: Float32Array.from(values) });
  return {
    tensors,
    request: {
      told: plan.classes > 0,
      latent: plan.latent,
      noise: plan.gradientNorm.perturbation.kind,
      shape,
      samples: facts.plays ? { z: flat(latent, [SAMPLES, plan.latent.size]), labels: flat(labels, [SAMPLES]) } : null,
      batches: batches.map(({ labelled, ...batch }) => ({
        ...encodeExamples(given(batch)),
        ...(labelled && { labelled: encodeExamples(given(labelled)) }),
      })),
      gradients: Object.fromEntries(
        [...tensors]
          .filter(([name]) => name.startsWith('update'))
          .map(([name, values]) => [name, flat(values, [values.length])]),
      ),
      draws: Object.fromEntries(Object.entries(draws).map(([purpose, queue]) => [purpose, queue.map(encode)])),
    },
  };
}
