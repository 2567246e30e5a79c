import * as tf from '@tensorflow/tfjs-core';
import type { FileLike } from '../../core/file.ts';
import type { NetworkDescription } from '../../core/network.ts';
import type { Network } from '../../gan/layers/network.ts';
import { fitWeights } from '../../record/fitWeights.ts';
import { type BothNetworks, byNetwork, type Floats, readWeights } from '../../record/weights.ts';
import type { Trainer } from '../step/trainer.ts';

type Part = keyof BothNetworks;
const PARTS = ['generator', 'discriminator'] as const satisfies readonly Part[];

function assign(network: Pick<Network, 'weights'>, values: ReadonlyMap<string, Float32Array>): void {
  for (const { name, variable } of network.weights) {
    const found = values.get(name);
    if (!found) continue;
    // A copy: the CPU backend keeps the array that it is given.
    const tensor = tf.tensor(found.slice(), variable.shape);
    variable.assign(tensor);
    tensor.dispose();
  }
}

type Descriptions = Readonly<Record<Part, NetworkDescription>>;

/** Whose weights they are where names do not say: D's, if they fit it, or else G's. */
function fitting({ discriminator }: Descriptions, tensors: ReadonlyMap<string, Floats>): Part {
  try {
    fitWeights('discriminator', discriminator, tensors);
    return 'discriminator';
  } catch {
    return 'generator';
  }
}

/**
 * The values of each network that a file has weights for, by the names of its weights.
 *
 * @throws EngineError `bad-config` that names the first tensor that does not fit
 */
export async function fitFile(
  networks: Descriptions,
  file: FileLike,
): Promise<ReadonlyMap<Part, ReadonlyMap<string, Float32Array>>> {
  const tensors = await readWeights(file);
  const told = byNetwork(tensors);
  const given: Partial<BothNetworks> =
    told.generator || told.discriminator ? told : { [fitting(networks, tensors)]: tensors };
  const fitted = new Map<Part, ReadonlyMap<string, Float32Array>>();
  for (const part of PARTS) {
    const own = given[part];
    if (own) fitted.set(part, fitWeights(part, networks[part], own));
  }
  return fitted;
}

/**
 * Puts weights from a file into a trainer at step 0, with the moving averages; its optimisers know nothing of it.
 *
 * @throws EngineError as `fitFile`; then nothing has changed
 */
export async function beginWith(trainer: Trainer, file: FileLike): Promise<void> {
  const { generator, discriminator } = trainer;
  const networks = { generator: generator.description, discriminator: discriminator.description };
  for (const [part, values] of await fitFile(networks, file)) {
    assign(trainer[part], values);
    const average = part === 'generator' ? trainer.average : trainer.classifier;
    if (average) assign(average, values);
  }
}
