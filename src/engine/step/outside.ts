/**
 * What a step takes from outside: examples, random numbers, and numbers that depend on how many updates there were. A step
 * that is taken draws each here, and whoever writes it down is told; a step that is replayed draws the same ones, in the
 * same order, from what was written down.
 */
import type { Told } from '../../core/kernels.ts';
import { openStream, stateAfter } from '../../core/random.ts';
import { drawsFrom } from '../../gan/losses/penalty.ts';
import { keptShare } from './average.ts';
import type { Batch } from './batch.ts';
import { type Drawn, happens, type StepEvent } from './events.ts';
import { drawLatent } from './latent.ts';
import type { Trainer } from './trainer.ts';

const fieldsOf = ({ images, labels, labelled }: Batch): Drawn => ({
  images,
  labels,
  ...(labelled && { labelledImages: labelled.images, labelledLabels: labelled.labels }),
});

export function takeBatch(nextBatch: () => Batch): Batch {
  const batch = nextBatch();
  happens({ kind: 'batch' }, fieldsOf(batch));
  return batch;
}

/** z, [batch, latent.size], flat */
export function takeLatent({ plan, streams }: Trainer): Float32Array {
  const z = drawLatent(plan.latent, plan.batch, streams.latent);
  happens({ kind: 'latent' }, { z });
  return z;
}

/** [batch] */
export function takeClasses({ plan, streams }: Trainer): Int32Array {
  const classes = streams.classes.integers(new Int32Array(plan.batch), plan.classes);
  happens({ kind: 'classes' }, { classes });
  return classes;
}

/** What the penalty draws near these examples. */
const drawsOf = ({ plan, streams }: Trainer, images: Float32Array) =>
  drawsFrom(streams.noise, images, plan.batch, plan.gradientNorm);

/** x + δ for each example, [batch, …example], flat */
export function takeNear(trainer: Trainer, images: Float32Array): Float32Array {
  const near = drawsOf(trainer, images).near();
  happens({ kind: 'near' }, { near });
  return near;
}

/** [batch], uniform in [0, 1) */
export function takeShares(trainer: Trainer, images: Float32Array): Float32Array {
  const shares = drawsOf(trainer, images).shares();
  happens({ kind: 'shares' }, { shares });
  return shares;
}

/** What the average keeps of itself, as `average.ts` has it. */
export function keptAt({ plan, optimizers }: Trainer, network: 'generator' | 'discriminator'): number {
  const decay = network === 'generator' ? plan.sampling.averageDecay : (plan.supervision?.averageDecay ?? 0);
  return keptShare(decay, optimizers[network].updates);
}

/** What an event gives a program. */
interface Given {
  readonly drawn: Drawn;
  readonly told?: Told;
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
): Given & { readonly batch?: Batch } {
  switch (event.kind) {
    case 'batch': {
      const next = takeBatch(nextBatch);
      return { drawn: fieldsOf(next), batch: next };
    }
    case 'latent':
      return { drawn: { z: takeLatent(trainer) } };
    case 'classes':
      return { drawn: { classes: takeClasses(trainer) } };
    case 'near':
    case 'shares': {
      if (!batch) throw new Error('A penalty draws beside a batch.');
      const { images } = batch;
      return {
        drawn: event.kind === 'near' ? { near: takeNear(trainer, images) } : { shares: takeShares(trainer, images) },
      };
    }
    case 'mask': {
      const { streams } = trainer;
      const state = streams.dropout.state();
      streams.dropout = openStream(stateAfter(state, event.size));
      return { drawn: {}, told: { kind: 'mask', state, rate: event.rate } };
    }
    case 'update': {
      const { network } = event;
      const { drawn = {}, adam } = trainer.optimizers[network].next(trainer.plan.optimizers[network]);
      return { drawn, ...(adam && { told: { kind: 'adam', update: adam } }) };
    }
    case 'follow':
      return { drawn: {}, told: { kind: 'share', share: 1 - keptAt(trainer, event.network) } };
    default:
      return event satisfies never;
  }
}
