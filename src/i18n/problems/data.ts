import type { DataProblems, FetchFault, FetchFaults, ManifestFaults } from '../../core/problems/data.ts';
import { formatsOf } from '../format.ts';
import { say, type Words } from './words.ts';

const { plural, short, whole } = formatsOf('en');

const fetchFaults: Words<FetchFaults> = {
  'fetch.status': ({ status }) => `the server answered ${status}`,
  'fetch.network': () => 'the network failed',
  'fetch.early': () => 'the connection ended early',
};
export const fetchFaultOf = (fault: FetchFault): string => say(fetchFaults, fault);

const manifestFaults: Words<ManifestFaults> = {
  'manifest.noObject': () => 'it is not an object',
  'manifest.format': ({ found, wanted }) => `its format is ${found}, not ${wanted}`,
  'manifest.value': ({ name, found, wanted }) => `${name} is ${found}, not ${wanted}`,
  'manifest.noShards': () => 'it lists no shards',
  'manifest.shard': () => 'a shard is not an object',
  'manifest.split': ({ found }) => `unknown split ${found}`,
  'manifest.fileName': ({ found }) => `bad file name ${found}`,
  'manifest.size': ({ file }) => `${file} has a bad size`,
  'manifest.rawSize': ({ file, count }) => `${file} has a size that does not fit its ${count} images`,
  'manifest.total': ({ split, found, wanted }) =>
    `it holds ${found} ${split === 'train' ? 'training' : 'test'} images, not ${wanted}`,
};

export const dataProblems: Words<DataProblems> = {
  'data.missing': ({ file, why }) =>
    `The data file ${file} could not be fetched (${fetchFaultOf(why)}); check the connection, then retry.`,
  'data.damaged': ({ file }) => `The data file ${file} arrived damaged; fetch it again with retry.`,
  'data.manifest': ({ data, fault }) =>
    `The ${data} file manifest.json cannot be used (${say(manifestFaults, fault)}); pack the data again, then retry.`,
  'data.batch': ({ batch, count }) => `A batch of ${batch} cannot be taken from ${count} images.`,
  'points.few': ({ count, least }) =>
    `${whole(count)} ${plural(count, { one: 'point shows', other: 'points show' })} no distribution: paint until there are at least ${whole(least)}.`,
  'points.many': ({ count, most }) => `${whole(count)} points are too many: no more than ${whole(most)} are taken.`,
  'points.outside': ({ place, x, y, extent }) =>
    `Point ${whole(place)} at (${short(x)}, ${short(y)}) is outside the square from −${whole(extent)} to ${whole(extent)}: leave it out.`,
};
