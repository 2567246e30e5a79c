import { formatShape } from '../../core/network.ts';
import type { SettingsProblems, Unfit } from '../../core/problems/settings.ts';
import { networkProblems } from './networks.ts';
import { say, type Words } from './words.ts';

const cannotTrain = ({ recipe, data, examples }: Unfit): string =>
  `${recipe} cannot train on ${data}, ${formatShape(examples)}`;
const WHAT_FITS = 'Bring images of 28×28 or 32×32, or choose another recipe.';

export const settingsProblems: Words<SettingsProblems> = {
  'param.number': ({ name }) => `${name} must be a number.`,
  'param.noNumber': ({ name, text }) => `${name} must be a number, not “${text}”.`,
  'param.whole': ({ name, value }) => `${name} must be a whole number, not ${value}.`,
  'param.range': ({ name, min, max, value }) => `${name} must lie between ${min} and ${max}, not ${value}.`,
  'param.choice': ({ name, options, value }) => `${name} must be one of ${options.join(', ')}, not “${value}”.`,
  'param.switch': ({ name }) => `${name} must be on or off.`,
  'param.noSwitch': ({ name, text }) => `${name} must be 0 or 1, not “${text}”.`,
  'param.unknown': ({ recipe, name, known }) => `${recipe} has no parameter “${name}”. It has ${known.join(', ')}.`,
  'param.restart': ({ name }) => `${name} cannot change while the networks are there; reset to apply it.`,
  'recipe.unknown': ({ id, known }) => `There is no recipe “${id}”. There are ${known.join(', ')}.`,
  'recipe.otherData': ({ recipe, data, suited }) => `${recipe} does not train on ${data}. Choose ${suited.join(', ')}.`,
  'data.brought': () =>
    'This run was trained on data of somebody’s own, and they are not in its file: only the browser that keeps them with it can go on.',
  'data.unknown': ({ id, known }) => `There is no data set “${id}”. There are ${known.join(', ')}.`,
  'data.gone': () => 'These data are gone with the last visit. Bring them again, or draw them.',
  'seed.range': ({ value }) => `The seed must be a whole number from 0 to 4294967295, not ${value}.`,
  'compare.unknown': ({ id, known }) => `compare must name some of ${known.join(', ')}, not “${id}”.`,
  'compare.count': ({ most }) => `compare must name 2 to ${most} recipes, separated by commas.`,
  'compare.noData': ({ ids }) => `No data set suits all of ${ids.join(', ')}.`,
  'networks.unusable': ({ why }) => `These networks cannot be used. ${say(networkProblems, why)}`,
  'fit.layer': ({ layer, output, ...unfit }) =>
    `${cannotTrain(unfit)}: layer ${layer + 1} would come out as ${formatShape(output)}. ${WHAT_FITS}`,
  'fit.drawn': ({ drawn, ...unfit }) =>
    `${cannotTrain(unfit)}: its generator draws ${formatShape(drawn)}. ${WHAT_FITS}`,
  'fit.batch': ({ batch, count, ...unfit }) =>
    `${cannotTrain(unfit)}: a batch of ${batch} cannot be taken from ${count} images. Choose a smaller batch.`,
};
