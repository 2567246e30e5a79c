/** Where images of one's own are asked for: fetched with that dialog. */
export const bring = {
  title: 'Bring your own images',
  what: 'A folder or a zip with a folder of pictures for each class. Or arrays: IDX (MNIST and its kin), .npz, .npy, SVHN’s .mat.',
  stays: 'They are read in this browser and stay on this computer.',
  side: 'Size of pictures',
  colours: 'Colours of pictures',
  grey: 'Grey',
  colour: 'Colour',
  choose: 'Choose files…',
  folder: 'Choose a folder…',
  fetch: 'Fetch {{name}}, {{size}} MB',
  fetched: 'From its authors; the browser keeps it.',
  reading: 'Reading {{name}}',
  files_one: '{{count}} file',
  files_other: '{{count}} files',
  cancel: 'Cancel',
  close: 'Close',
  drop: 'Drop images to train on them',
  byHand:
    'SVHN, street numbers in colour, has to be fetched by hand: a secure page may not read its authors’ address. Then choose train_32x32.mat here.',
  source: 'SVHN’s page',
};
