import * as tf from '@tensorflow/tfjs-core';
import type { StepPart } from '../../core/config.ts';
import type { ScalarName } from '../../core/scalars.ts';
import { penaltyOf } from '../../gan/penalties/index.ts';
import type { Plan } from '../../gan/plan.ts';
import { follow } from './average.ts';
import type { Batch } from './batch.ts';
import { happens } from './events.ts';
import { keptAt, takeBatch } from './outside.ts';
import type { Measured, Scalars } from './readback.ts';
import { updateClassifier } from './supervision.ts';
import type { Trainer } from './trainer.ts';
import { type Fake, generate, generatorSeesReal, updateDiscriminator, updateGenerator } from './updates.ts';

/** Which updates there are to be, and what goes with them. */
interface Turns {
  /** D alone, G alone, or both. */
  readonly part: StepPart;
  /** Real examples, anew for each update of D. */
  nextBatch(): Batch;
  /** Whether the last update of D measures a gradient norm that does not come by itself. */
  readonly traced: boolean;
  /** Called after each update, with what it measured. */
  moved?(network: 'generator' | 'discriminator', measured: Scalars): void;
}

/** Whether each generated example is to be of the class of the real one beside it. */
const sameClasses = ({ penalty, classes }: Plan): boolean =>
  classes > 0 && penalty !== null && penaltyOf(penalty).sameClasses === true;

/**
 * The updates of one step in the order that the plan states: of a trainer, or of a twin that only looks.
 *
 * @returns what was measured last of each scalar; to be called in a scope that keeps it
 */
export function takeTurns(trainer: Trainer, { part, nextBatch, traced, moved }: Turns): Scalars {
  const { plan } = trainer;
  const { first, sharedBatch, kD, kG } = plan.schedule;
  const alone = plan.supervision?.baseline === true;
  const paired = sameClasses(plan);
  let measured: Scalars = {};
  let batch: Batch | undefined;

  const updateG = () => {
    let fake: Fake | undefined;
    for (let k = 0; k < kG; k++) {
      // D's last batch serves again.
      if (generatorSeesReal(plan)) batch ??= takeBatch(nextBatch);
      const update = updateGenerator(trainer, batch);
      moved?.('generator', update.scalars);
      fake = update.fake;
      measured = { ...measured, ...update.scalars };
    }
    return fake;
  };
  const updateD = (shared?: Fake) => {
    for (let k = 0; k < kD; k++) {
      const examples = takeBatch(nextBatch);
      batch = examples;
      trainer.watch?.begins('D', examples);
      // A scope for each update, so that many of them hold no more memory than one.
      const scalars = tf.tidy(() => {
        if (alone) return updateClassifier(trainer, examples.labelled) as Record<string, tf.Scalar>;
        const fake = (k === 0 && shared) || generate(trainer, paired ? examples.labels : undefined);
        return updateDiscriminator(trainer, examples, fake, traced && k === kD - 1) as Record<string, tf.Scalar>;
      });
      moved?.('discriminator', scalars);
      measured = { ...measured, ...scalars };
    }
  };

  if (part === 'D' || alone) updateD();
  else if (part === 'G') updateG();
  else if (first === 'G') {
    const fake = updateG();
    updateD(sharedBatch && !paired ? fake : undefined);
  } else {
    updateD();
    updateG();
  }
  return measured;
}

/** Lets the averages follow a network that has just been updated. */
function followUp(trainer: Trainer, network: 'generator' | 'discriminator'): void {
  const { generator, average, discriminator, classifier } = trainer;
  const [follower, followed] = network === 'generator' ? [average, generator] : [classifier, discriminator];
  if (follower) follow(follower, followed, keptAt(trainer, network), happens({ kind: 'follow', network }));
}

/**
 * One training step on the current backend.
 *
 * @param part D alone, G alone, or both
 * @param nextBatch real examples, anew for each update of D
 * @param step counts from 0; decides only whether a gradient norm that does not come by itself is measured
 */
export function takeStep(trainer: Trainer, part: StepPart, nextBatch: () => Batch, step: number): Measured {
  const traced = step % trainer.plan.traceEvery === 0;
  let names: ScalarName[] = [];
  const values = tf.tidy(() => {
    const moved: Turns['moved'] = (network, update) => {
      followUp(trainer, network);
      trainer.watch?.moved(network === 'discriminator' ? 'D' : 'G', update);
    };
    const measured = takeTurns(trainer, { part, nextBatch, traced, moved });
    names = Object.keys(measured) as ScalarName[];
    return tf.stack(Object.values(measured)) as tf.Tensor1D;
  });
  return { names, values };
}
