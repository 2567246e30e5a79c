import { formatShape } from '../../core/network.ts';
import type { KeepProblems, TableFaults, TensorFaults } from '../../core/problems/keep.ts';
import { formatsOf } from '../format.ts';
import { fetchFaultOf } from './data.ts';
import { say, type Words } from './words.ts';

const { whole } = formatsOf('en');

const tensorFaults: Words<TensorFaults> = {
  'tensors.short': () => 'it is too short',
  'tensors.header': () => 'its header does not fit into it',
  'tensors.headerJson': () => 'its header is not JSON',
  'tensors.entry': ({ name }) => `the entry of ${name} is not one of a tensor of float32, float16, uint8 or uint32`,
  'tensors.outside': ({ name }) => `${name} does not lie within the file`,
  'tensors.gap': ({ name }) => `${name} does not begin where the one before it ends`,
  'tensors.rest': () => 'there is more in it than its header says',
  'tensors.format': ({ format }) => `it does not say “${format}”`,
  'tensors.later': () => 'it was written by a later version of the playground; load the page again to get that',
  'tensors.metadataJson': () => 'its metadata is not what it should be',
  'tensors.networkJson': () => 'its network is not JSON',
  'tensors.unfit': ({ name }) => `${name} does not fit`,
};

const tableFaults: Words<TableFaults> = {
  'table.head': () => 'its first line does not name “step” and the scalars of a run',
  'table.cells': ({ line }) => `line ${whole(line)} has more or fewer cells than the first`,
  'table.step': ({ line }) => `the step of line ${whole(line)} is no whole number behind the one before it`,
  'table.number': ({ line, name }) => `${name} in line ${whole(line)} is no number`,
};

export const keepProblems: Words<KeepProblems> = {
  'export.noPicture': () => 'This run has no picture yet: take a step, then save it again.',
  'export.noCurves': () => 'Nothing of this run was measured yet: take a step, then save it again.',
  'export.noCodec': () => 'This browser can encode no film that others can play: save the GIF instead.',
  'weights.bad': ({ fault }) => `These weights cannot be read: ${say(tensorFaults, fault)}.`,
  'weights.none': () => 'There are no weights in this file: save a state_dict with the safetensors library.',
  'weights.unfit': ({ network, layer, name, found, wanted }) =>
    `These weights do not fit the ${network} as it is set: ${
      found ? `“${name}” is ${formatShape(found)}` : `there is no “${name}”`
    }, and its layer ${whole(layer)} takes ${formatShape(wanted)}. Change its layers under Networks, or its width.`,
  'weights.more': ({ network, name }) =>
    `These weights do not fit the ${network} as it is set: it has no layer for “${name}”. Add one under Networks.`,
  'table.bad': ({ fault }) => `This is not a log of the playground: ${say(tableFaults, fault)}.`,
  'run.otherFile': ({ name }) =>
    `“${name}” is neither a run nor a log of the playground, nor weights as safetensors; choose a file that was saved from here.`,
  'model.missing': ({ name, why }) =>
    `The trained ${name} could not be fetched (${fetchFaultOf(why)}); check the connection, then open it again.`,
  'model.damaged': ({ name }) => `The trained ${name} arrived damaged; open it again.`,
  'checkpoint.bad': ({ fault }) => `This is not a checkpoint of the playground: ${say(tensorFaults, fault)}.`,
  'images.bad': ({ fault }) =>
    `The data that were kept with this run are damaged: ${say(tensorFaults, fault)}. Bring or draw them again, and begin anew.`,
  'images.noRoom': ({ bytes, most }) =>
    `These images take ${whole(bytes / 1e6)} MB, and beside those that were brought there is room for ${whole(most / 1e6)} MB: load the page again and go on first.`,
  'checkpoint.notFinite': () => 'A weight is no longer a finite number; nothing was written.',
  'snapshot.unfit': ({ name, found, wanted }) =>
    `The saved state does not fit these networks: ${name} is ${
      found ? `${formatShape(found)} instead of ${formatShape(wanted)}` : 'missing'
    }.`,
  'evaluator.damaged': ({ fault }) => `The evaluator's file is damaged: ${say(tensorFaults, fault)}.`,
  'evaluator.otherData': ({ known, data }) => `The evaluator knows ${known}, not ${data}.`,
};
