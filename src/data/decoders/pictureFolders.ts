/** Which picture is of which class, by the folder that it lies in. Pure: paths in, places out. */
import { initialState, openStream } from '../../core/random.ts';
import { badFile } from './badFile.ts';
import { checkCount, type Guard } from './guard.ts';

const PICTURE = /\.(png|jpe?g|webp)$/i;
/** What systems leave lying about. */
const LITTER = /(^|\/)(\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i;
const SPLIT = /^(train|training|test|testing|val|valid|validation)$/i;

const TEST_SHARE = 0.2;

export interface ArrangedPicture {
  /** Place in the list of paths. */
  readonly index: number;
  readonly label: number;
}

export interface ArrangedFolders {
  readonly classes: readonly string[];
  /** In the order of the classes. */
  readonly train: readonly ArrangedPicture[];
  readonly test: readonly ArrangedPicture[];
}

/** With slashes only, as zips and browsers have them. */
export const tidyPath = (path: string): string => path.replaceAll('\\', '/');

export const isPicturePath = (path: string): boolean => PICTURE.test(path) && !LITTER.test(tidyPath(path));

interface Located {
  readonly index: number;
  readonly name: string;
  readonly split: 'train' | 'test' | null;
}

function locate(path: string, index: number): Located | null {
  const folders = tidyPath(path)
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .slice(0, -1);
  const splitAt = folders.findIndex((folder) => SPLIT.test(folder));
  const word = folders[splitAt]?.toLowerCase() ?? '';
  if (word.startsWith('val')) return null;
  const split = word ? (word.startsWith('test') ? 'test' : 'train') : null;
  // Without folders, or in “train” itself, there are no classes.
  const name = splitAt === folders.length - 1 ? 'all' : (folders.at(-1) ?? 'all');
  return { index, name, split };
}

/**
 * One class for each folder that holds pictures, in the order of their names, numbers by value. Folders `train` and
 * `test` above them are obeyed; without them, a fifth of each class is kept for testing, chosen by the seed.
 *
 * @param paths of pictures
 * @throws EngineError `bad-file` for too many images or classes.
 */
export function arrangeFolders(paths: readonly string[], file: string, seed: number, guard: Guard): ArrangedFolders {
  const located = paths.map(locate).filter((picture) => picture !== null);
  checkCount(located.length, guard, { file });
  const byName = new Map<string, Located[]>();
  for (const picture of located) {
    const own = byName.get(picture.name);
    if (own) own.push(picture);
    else byName.set(picture.name, [picture]);
  }
  const classes = [...byName.keys()].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  if (classes.length > guard.limits.classes) {
    throw badFile({ file }, { code: 'limit.classes', count: classes.length, most: guard.limits.classes });
  }
  const isSplit = located.some(({ split }) => split === 'test') && located.some(({ split }) => split === 'train');
  const train: ArrangedPicture[] = [];
  const test: ArrangedPicture[] = [];
  for (const [label, name] of classes.entries()) {
    const own = byName.get(name) ?? [];
    const order = openStream(initialState(seed, `split ${name}`)).permutation(own.length);
    const kept = Math.floor(own.length * TEST_SHARE);
    for (const [i, { index, split }] of own.entries()) {
      const isTest = isSplit ? split === 'test' : (order[i] as number) < kept;
      (isTest ? test : train).push({ index, label });
    }
  }
  return { classes, train, test };
}
