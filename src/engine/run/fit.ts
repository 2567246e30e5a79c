import type { ImageSetInfo } from '../../core/dataSet.ts';
import { badConfig } from '../../core/errors.ts';
import { describeNetwork, formatShape, type NetworkSpec, type Shape } from '../../core/network.ts';
import { shapeOf } from '../../gan/examples.ts';
import type { Plan } from '../../gan/plan.ts';
import type { Recipe } from '../../gan/recipe.ts';

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
  const unfit = { recipe: recipe.name, data: name, examples: [height, width, channels] };
  const isWhole = (n: number): boolean => Number.isInteger(n) && n >= 1;
  const outputOf = (network: NetworkSpec): Shape => {
    const { layers, output } = describeNetwork(network);
    const broken = layers.findIndex((layer) => !layer.output.every(isWhole));
    if (broken < 0) return output;
    throw badConfig({ code: 'fit.layer', ...unfit, layer: broken, output: layers[broken]?.output ?? [] });
  };
  const drawn = outputOf(plan.generator);
  if (formatShape(drawn) !== formatShape(shapeOf(plan.examples)))
    throw badConfig({ code: 'fit.drawn', ...unfit, drawn });
  outputOf(plan.discriminator);
  if (plan.batch > trainCount) {
    throw badConfig({ code: 'fit.batch', ...unfit, batch: plan.batch, count: trainCount });
  }
}
