/** From arrays out of any number of files to one set of images: which is which, and whether they belong together. */
import type { Shape } from '../../core/layers.ts';
import type { ArraySource, Decoding, UnreadableArray } from './arrays.ts';
import { badFile, showName } from './badFile.ts';
import type { DecodedSet, Examples } from './decoded.ts';
import { checkCount, type Guard } from './guard.ts';
import { checkImages, decodeImages, type ImageShape, imageShape } from './imageArray.ts';
import { decodeLabels, findClasses, isList } from './labelArray.ts';

type Split = 'train' | 'test';

const TEST = /t10k|test/;
const VALIDATION = /(^|[^a-z])val(id(ation)?)?([^a-z]|$)/;
const LABELS = /label|target|class|(^|[^a-z])y([^a-z]|$)/;

/** What an array is for, by its own name, or by its file's where that says nothing. */
function splitOf({ name, place }: ArraySource): Split | 'validation' {
  for (const text of [name, place.file].map((part) => part.toLowerCase())) {
    if (VALIDATION.test(text)) return 'validation';
    if (TEST.test(text)) return 'test';
    if (text.includes('train')) return 'train';
  }
  return 'train';
}

const sidesOf = ({ height, width, channels }: ImageShape): Shape => [height, width, channels];

const nameOf = ({ place, name }: ArraySource): string =>
  place.entry === undefined ? showName(place.file) : showName(name);

/** The only one, or the only one that is called so. */
function theOne(
  found: readonly ArraySource[],
  split: Split,
  what: 'images' | 'labels',
  called?: RegExp,
): ArraySource | undefined {
  const named = called && found.length > 1 ? found.filter(({ name }) => called.test(name.toLowerCase())) : found;
  const [first, second] = named.length > 0 ? named : found;
  if (first && second) {
    const names = [nameOf(first), nameOf(second)] as const;
    throw badFile(first.place, { code: 'set.ambiguous', names, split, what });
  }
  return first;
}

interface Part {
  readonly images: ArraySource;
  readonly shape: ImageShape;
  readonly labels: ArraySource | undefined;
}

function findPart(arrays: readonly ArraySource[], split: Split): Part | null {
  const own = arrays.filter((source) => splitOf(source) === split);
  const images = theOne(
    own.filter((source) => imageShape(source) !== null),
    split,
    'images',
  );
  const labels = theOne(
    own.filter(({ shape }) => isList(shape)),
    split,
    'labels',
    LABELS,
  );
  const shape = images && imageShape(images);
  return images && shape ? { images, shape, labels } : null;
}

function checkPart({ images, shape, labels }: Part, guard: Guard): void {
  checkImages(images, shape, guard);
  const found = labels?.shape.reduce((product, n) => product * n, 1);
  if (labels && found !== shape.count) {
    throw badFile(labels.place, {
      code: 'set.labels',
      images: nameOf(images),
      count: shape.count,
      labels: nameOf(labels),
      found: found ?? 0,
    });
  }
}

function noImages(arrays: readonly (ArraySource | UnreadableArray)[], file: string) {
  const [unreadable] = arrays.filter((array) => 'why' in array);
  if (unreadable) return badFile(unreadable.place, unreadable.why);
  const found = arrays.filter((array) => 'shape' in array).slice(0, 4);
  if (found.length === 0) return badFile({ file }, { code: 'set.empty' });
  const shown = found.map(({ name, shape }) => ({ name: showName(name), shape }));
  return badFile({ file }, { code: 'set.noImages', found: shown });
}

/**
 * Decodes what was found.
 *
 * @param file what to name where nothing can be found
 * @throws EngineError `bad-file`
 */
export function* decodeImageSet(
  arrays: readonly (ArraySource | UnreadableArray)[],
  { name, file }: { readonly name: string; readonly file: string },
  guard: Guard,
): Decoding<DecodedSet> {
  const readable = arrays.filter((array) => 'open' in array);
  const test = findPart(readable, 'test');
  // Test images alone are something to train on too.
  const train = findPart(readable, 'train') ?? test;
  if (!train) throw noImages(arrays, file);
  const parts = test && test !== train ? [train, test] : [train];
  for (const part of parts) checkPart(part, guard);
  checkCount(
    parts.reduce((sum, { shape }) => sum + shape.count, 0),
    guard,
    { file },
  );
  const { height, width, channels } = train.shape;
  for (const { images, shape } of parts) {
    if (shape.height === height && shape.width === width && shape.channels === channels) continue;
    throw badFile(images.place, { code: 'set.otherSize', test: sidesOf(shape), train: sidesOf(train.shape) });
  }

  const labels: (Int32Array | null)[] = [];
  for (const part of parts) labels.push(part.labels ? yield* decodeLabels(part.labels, guard) : null);
  const known = labels.filter((list) => list !== null);
  const labelled = train.labels && known.length === parts.length ? train.labels : null;
  const classes = labelled ? findClasses(known, labelled, guard) : null;

  const examples: Examples[] = [];
  for (const [i, { images, shape }] of parts.entries()) {
    const list = labels[i];
    examples.push({
      images: yield* decodeImages(images, shape, guard),
      labels: classes && list ? classes.placesOf(list) : new Uint8Array(shape.count),
    });
  }
  const none: Examples = { images: new Uint8Array(0), labels: new Uint8Array(0) };
  const [first = none, second = none] = examples;
  return { name, height, width, channels, classes: classes?.names ?? ['all'], train: first, test: second };
}
