/**
 * What a step takes from outside: examples, random numbers, and numbers that depend on how many updates there were. A step
 * that is taken draws each here, and whoever writes it down is told; a step that is replayed draws the same ones, in the
 * same order, from what was written down. What a program draws by itself is only passed over.
 */
import type { Told } from '../../core/kernels.ts';
import { sizeOf } from '../../core/network.ts';
import { openStream, type StreamState, stateAfter } from '../../core/random.ts';
import type { Purpose } from '../../core/snapshot.ts';
import { shapeOf } from '../../gan/examples.ts';
import { drawsFrom } from '../../gan/losses/penalty.ts';
import type { Plan } from '../../gan/plan.ts';
import type { Values } from '../../program/program.ts';
import { keptShare } from './average.ts';
import type { Batch } from './batch.ts';
import { type Drawn, happens, type StepEvent } from './events.ts';
import { drawLatent } from './latent.ts';
import * as laws from './laws.ts';
import type { Trainer } from './trainer.ts';

/** A batch's arrays but its images, which may be wanted as places alone. */
const besideImages = ({ labels, labelled }: Batch): Drawn => ({
  labels,
  ...(labelled && { labelledImages: labelled.images, labelledLabels: labelled.labels }),
});

const fieldsOf = (batch: Batch): Drawn => ({ images: batch.images, ...besideImages(batch) });

export function takeBatch(nextBatch: () => Batch): Batch {
  const batch = nextBatch();
  happens({ kind: 'batch' }, fieldsOf(batch), batch.source && { images: laws.ofRows(batch.source) });
  return batch;
}

/** z, [batch, latent.size], flat */
export function takeLatent({ plan, streams }: Trainer): Float32Array {
  const z = drawLatent(plan.latent, plan.batch, streams.latent);
  happens({ kind: 'latent' }, { z }, { z: laws.ofLatent(plan.latent) });
  return z;
}

/** [batch] */
export function takeClasses({ plan, streams }: Trainer): Int32Array {
  const classes = streams.classes.integers(new Int32Array(plan.batch), plan.classes);
  happens({ kind: 'classes' }, { classes }, { classes: laws.ofClasses(plan.classes) });
  return classes;
}

/** What the penalty draws near these examples. */
const drawsOf = ({ plan, streams }: Trainer, images: Float32Array) =>
  drawsFrom(streams.noise, images, plan.batch, plan.gradientNorm);

/** x + δ for each example, [batch, …example], flat */
export function takeNear(trainer: Trainer, images: Float32Array): Float32Array {
  const near = drawsOf(trainer, images).near();
  happens({ kind: 'near' }, { near }, { near: laws.ofNear(trainer.plan.gradientNorm.perturbation) });
  return near;
}

/** [batch], uniform in [0, 1) */
export function takeShares(trainer: Trainer, images: Float32Array): Float32Array {
  const shares = drawsOf(trainer, images).shares();
  happens({ kind: 'shares' }, { shares }, { shares: laws.SHARES });
  return shares;
}

/** What the average keeps of itself, as `average.ts` has it. */
export function keptAt({ plan, optimizers }: Trainer, network: 'generator' | 'discriminator'): number {
  const decay = network === 'generator' ? plan.sampling.averageDecay : (plan.supervision?.averageDecay ?? 0);
  return keptShare(decay, optimizers[network].updates);
}

/** The places where a program wants an event's arrays, by field: it is given no others. */
export type Wanted = ReadonlyMap<string, readonly Values[]>;

/** What an event tells a program. */
interface Given {
  readonly told?: Told;
  /** The batch that it drew. */
  readonly batch?: Batch;
}

function give(drawn: Drawn, wanted: Wanted): void {
  for (const [field, values] of Object.entries(drawn)) for (const place of wanted.get(field) ?? []) place.set(values);
}

/** A stream goes on behind so many fills of so many numbers, which are drawn elsewhere. @returns where it stood */
function passOver({ streams }: Trainer, purpose: Purpose, size: number, fills = 1): StreamState {
  const state = streams[purpose].state();
  let after = state;
  for (let fill = 0; fill < fills; fill++) after = stateAfter(after, size);
  streams[purpose] = openStream(after);
  return state;
}

/** Whoever draws the same numbers is told where the stream stood. */
const drawnElsewhere = (...passed: Parameters<typeof passOver>): Given => ({
  told: { kind: 'stream', state: passOver(...passed) },
});

/** Images that nobody wants are not even gathered. */
function giveBatch(batch: Batch, wanted: Wanted): void {
  const { source } = batch;
  give({ ...besideImages(batch), ...(source && { [laws.PLACES]: source.places }) }, wanted);
  const [images, ...more] = (wanted.get('images') ?? []) as Float32Array[];
  if (!images) return;
  if (batch.writeImages) batch.writeImages(images);
  else images.set(batch.images);
  for (const place of more) place.set(images);
}

const exampleSize = ({ examples }: Plan): number => sizeOf(shapeOf(examples));

function imagesOf(batch: Batch | null): Float32Array {
  if (!batch) throw new Error('A penalty draws beside a batch.');
  return batch.images;
}

/**
 * The same event once more, for a step that is replayed.
 *
 * @param batch the last one that was drawn
 */
export function again(
  trainer: Trainer,
  event: StepEvent,
  nextBatch: () => Batch,
  batch: Batch | null,
  wanted: Wanted,
): Given {
  const { plan, optimizers } = trainer;
  const drawn = (field: string, values: Values): Given => {
    give({ [field]: values }, wanted);
    return {};
  };
  switch (event.kind) {
    case 'batch': {
      const next = nextBatch();
      giveBatch(next, wanted);
      return { batch: next };
    }
    case 'latent':
      if (wanted.has('z')) return drawn('z', takeLatent(trainer));
      return drawnElsewhere(trainer, 'latent', plan.batch * plan.latent.size);
    case 'classes':
      if (wanted.has('classes')) return drawn('classes', takeClasses(trainer));
      return drawnElsewhere(trainer, 'classes', plan.batch);
    case 'near':
      if (wanted.has('near')) return drawn('near', takeNear(trainer, imagesOf(batch)));
      return drawnElsewhere(
        trainer,
        'noise',
        plan.batch * exampleSize(plan),
        laws.fillsOf(plan.gradientNorm.perturbation),
      );
    case 'shares':
      if (wanted.has('shares')) return drawn('shares', takeShares(trainer, imagesOf(batch)));
      return drawnElsewhere(trainer, 'noise', plan.batch);
    case 'mask':
      return { told: { kind: 'mask', state: passOver(trainer, 'dropout', event.size), rate: event.rate } };
    case 'update': {
      const { network } = event;
      const { drawn: numbers = {}, adam } = optimizers[network].next(plan.optimizers[network]);
      give(numbers, wanted);
      return adam ? { told: { kind: 'adam', update: adam } } : {};
    }
    case 'follow':
      return { told: { kind: 'share', share: 1 - keptAt(trainer, event.network) } };
    default:
      return event satisfies never;
  }
}
