import type { MeasuringProblems } from '../../core/problems/measuring.ts';
import { networkProblems } from './networks.ts';
import { say, type Words } from './words.ts';

export const measuringProblems: Words<MeasuringProblems> = {
  'measuring.every': ({ value }) => `The steps between two measurings must be a whole number from 1, not ${value}.`,
  'measuring.samples': ({ least, most, value }) =>
    `The number of samples must be a whole number from ${least} to ${most}, not ${value}.`,
  'measuring.none': () => 'Choose at least one measure.',
  'measuring.busy': () => 'A measuring is under way. Wait until it is done, or cancel it.',
  'measuring.tooMany': ({ samples, data, count, most }) =>
    `${samples} samples are compared with as many real examples, and these with as many others; ${data} has ${count} in all. Choose ${most} samples at most.`,
  'measure.unknown': ({ id, known }) => `There is no measure “${id}”. There are ${known.join(', ')}.`,
  'evaluator.missing': ({ data }) => `There is no classifier for ${data} yet. Train one first, in the quality view.`,
  'evaluator.points': () => 'Points in the plane are measured as they are: they need no classifier.',
  'evaluator.oneClass': () => 'A classifier needs two classes at least: bring a folder for each class.',
  'evaluator.unfit': ({ why }) => `The classifier does not fit these images. ${say(networkProblems, why)}`,
  'spectrum.noKernel': ({ network, layer }) => `Layer ${layer} of the ${network} has no kernel. Choose another.`,
  'spectrum.tooLarge': ({ matrix, most }) =>
    `A ${matrix.join('×')} kernel takes too long here. Choose one with a side of ${most} or less.`,
  'judge.count': ({ most }) => `D judges from 1 to ${most} examples at once.`,
  'judge.size': ({ found, size }) =>
    `Each example has ${size} values; ${found} of them make no whole number of examples.`,
  'judge.value': ({ index }) =>
    `Value ${index} is none that an example can have: brightness goes from 0 to 1, and points have finite coordinates.`,
  'judge.classes': ({ count, classes }) =>
    classes > 0
      ? `D is told classes: each of the ${count} examples needs one from 0 to ${classes - 1}.`
      : 'D is told no classes: examples for it must have none.',
  'latent.count': ({ most }) => `G draws from 1 to ${most} points at once.`,
  'latent.size': ({ found, size }) =>
    `${found} numbers are no whole points of ${size} components each. Give ${size} for each point.`,
  'latent.value': ({ index }) => `Component ${index + 1} is not a number. Give finite numbers.`,
  'latent.classes': ({ count, classes }) =>
    classes === 0
      ? 'This G is told no class. Ask without one.'
      : `G is told a class below ${classes}, or a share of each, for all of ${count} points.`,
  'latent.noDirections': () =>
    'The first layer of this G does not weigh the numbers of z one by one, so it has no principal directions. Choose networks that begin with a dense layer.',
  'latent.points': () => 'Points in the plane have no pixels to compare. Look at them in the plane.',
  'judge.baseline': () =>
    'This D is a plain classifier: it does not tell real from generated. Switch the baseline off to play with it.',
  'deal.points': () => 'Single points cannot be told apart by looking: this game takes images.',
  'deal.rounds': ({ most }) => `A game has from 1 to ${most} rounds, and is numbered from 0.`,
};
