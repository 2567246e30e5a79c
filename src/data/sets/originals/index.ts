/** A file as its authors publish it. */
export interface OriginalFile {
  readonly url: string;
  readonly bytes: number;
  /** Hexadecimal, as published. */
  readonly md5: string;
}

/** A public data set that can be fetched from where it is published. */
export interface Original {
  readonly id: string;
  readonly name: string;
  readonly classes: readonly string[];
  readonly files: readonly OriginalFile[];
}

/** The authors' own repository, which pages of any origin may read. */
const FASHION = 'https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/';

/** Xiao, Rasul and Vollgraf 2017: 60,000 + 10,000 pieces of clothing, 28×28, grey. */
const fashion: Original = {
  id: 'fashion',
  name: 'Fashion-MNIST',
  classes: ['T-shirt', 'Trouser', 'Pullover', 'Dress', 'Coat', 'Sandal', 'Shirt', 'Sneaker', 'Bag', 'Boot'],
  files: [
    { url: `${FASHION}train-images-idx3-ubyte.gz`, bytes: 26_421_880, md5: '8d4fb7e6c68d591d4c3dfef9ec88bf0d' },
    { url: `${FASHION}train-labels-idx1-ubyte.gz`, bytes: 29_515, md5: '25c81989df183df01b3e8a0aad5dffbe' },
    { url: `${FASHION}t10k-images-idx3-ubyte.gz`, bytes: 4_422_102, md5: 'bef4ecab320f06d8554ea6380940ec79' },
    { url: `${FASHION}t10k-labels-idx1-ubyte.gz`, bytes: 5_148, md5: 'bb300cfdad3c16e7a12a480ee83cd310' },
  ],
};

export const originals: readonly Original[] = [fashion];

export const findOriginal = (id: string): Original | undefined => originals.find((original) => original.id === id);

export const bytesOfOriginal = ({ files }: Original): number => files.reduce((sum, { bytes }) => sum + bytes, 0);
