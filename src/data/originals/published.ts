/** Files whose checksums are published, known by their names wherever they lie. */
import { type Original, originals } from '../sets/originals/index.ts';

/** What is known of a file before it is there. */
export interface Published {
  readonly set: Pick<Original, 'name' | 'classes'>;
  /** Hexadecimal. */
  readonly md5: string;
}

/** Netzer et al. 2011: house numbers, 32×32, in colour. The checksums are those that torchvision asks for. */
const SVHN: Published['set'] = { name: 'SVHN', classes: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] };
const SVHN_FILES: ReadonlyMap<string, string> = new Map([
  ['train_32x32.mat', 'e26dedcc434d2e4c54c9b2d4a06d8373'],
  ['test_32x32.mat', 'eb5a983be6a315427106f1b164d9cef3'],
]);

/**
 * What the file at this address has to be, or null where nobody can say. Sets of MNIST's kin all use the same names for
 * their files, so theirs are only known where the address also has the set's own name in it.
 */
export function publishedAs({ href, pathname }: URL): Published | null {
  const name = pathname.split('/').at(-1) ?? '';
  const md5 = SVHN_FILES.get(name);
  if (md5) return { set: SVHN, md5 };
  for (const set of originals) {
    const file = set.files.find(({ url }) => url.endsWith(`/${name}`));
    if (file && href.toLowerCase().includes(set.name.toLowerCase())) return { set, md5: file.md5 };
  }
  return null;
}
