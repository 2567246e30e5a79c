import type { ImageSetInfo } from '../../core/dataSet.ts';
import { EngineError } from '../../core/errors.ts';
import { describeNetwork, formatShape, type NetworkSpec } from '../../core/network.ts';
import { shapeOf } from '../../gan/examples.ts';
import type { Plan } from '../../gan/plan.ts';
import type { Recipe } from '../../gan/recipe.ts';

const WHAT_FITS = 'Bring images of 28×28 or 32×32, or choose another recipe.';

/**
 * A set of any size meets networks that were made for some: every layer must come out whole, and an image last.
 *
 * @throws EngineError `bad-config` with the reason and what would fit.
 */
export function checkFit(
  recipe: Recipe,
  { name, height, width, channels, trainCount }: ImageSetInfo,
  plan: Plan,
): void {
  const refuse = (why: string) =>
    new EngineError(
      'bad-config',
      `${recipe.name} cannot train on ${name}, ${formatShape([height, width, channels])}: ${why}`,
    );
  const isWhole = (n: number): boolean => Number.isInteger(n) && n >= 1;
  const outputOf = (network: NetworkSpec): string => {
    const { layers, output } = describeNetwork(network);
    const broken = layers.findIndex((layer) => !layer.output.every(isWhole));
    if (broken < 0) return formatShape(output);
    const shape = formatShape(layers[broken]?.output ?? []);
    throw refuse(`layer ${broken + 1} would come out as ${shape}. ${WHAT_FITS}`);
  };
  const image = formatShape(shapeOf(plan.examples));
  const drawn = outputOf(plan.generator);
  if (drawn !== image) throw refuse(`its generator draws ${drawn}. ${WHAT_FITS}`);
  outputOf(plan.discriminator);
  if (plan.batch > trainCount) {
    throw refuse(`a batch of ${plan.batch} cannot be taken from ${trainCount} images. Choose a smaller batch.`);
  }
}
