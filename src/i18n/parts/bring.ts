import { formatsOf } from '../format.ts';
import { bringProblems } from '../problems/files.ts';

const { plural, whole } = formatsOf('en');

/** Where images of one's own are asked for: fetched with that dialog. */
export const bring = {
  /** What is wrong with files, and what to do. */
  problems: bringProblems,
  title: 'Bring your own images',
  what: 'A folder or a zip with a folder of pictures for each class. Or arrays: IDX (MNIST and its kin), .npz, .npy, SVHN’s .mat.',
  stays: 'They are read in this browser and stay on this computer.',
  side: 'Size of pictures',
  colours: 'Colours of pictures',
  grey: 'Grey',
  colour: 'Colour',
  choose: 'Choose files…',
  folder: 'Choose a folder…',
  fetch: ({ name, size }: { name: string; size: number }) => `Fetch ${name}, ${whole(size)} MB`,
  fetched: 'From its authors; the browser keeps it.',
  reading: ({ name }: { name: string }) => `Reading ${name}`,
  files: ({ count }: { count: number }) => `${whole(count)} ${plural(count, { one: 'file', other: 'files' })}`,
  cancel: 'Cancel',
  close: 'Close',
  drop: 'Drop images to train on them, or a run to go on with it',
  address: 'Or from an address',
  addressNeeds: 'One on each line, with https, from a server that lets other pages read it.',
  fetchIt: 'Fetch',
  byHand:
    'SVHN, street numbers in colour, is train_32x32.mat. This page may not read its authors’ address, which is without https: give the address of a copy, or fetch it by hand and choose it here.',
  source: 'SVHN’s page',
};
