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
};
