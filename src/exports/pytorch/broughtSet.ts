/** Images that a person brought: a project cannot have them, and says how they are to lie. */
import type { ImageSetInfo } from '../../core/dataSet.ts';
import { IDX_IMPORTS, READ_IDX } from './idx.ts';
import { named, python } from './python.ts';
import type { SetSource } from './setSource.ts';

export function brought({ id, name, height, width, channels, classes, testCount }: ImageSetInfo): SetSource {
  const shape = `[n, ${height}, ${width}${channels > 1 ? `, ${channels}` : ''}]`;
  return {
    id,
    imports: IDX_IMPORTS,
    python: python`
      ${READ_IDX}


      def load(folder, test=False):
          """Bytes, [n, ${channels}, ${height}, ${width}], and classes, [n]: from numpy's arrays, or from files such as MNIST's."""
          arrays = Path(folder, "test.npz" if test else "train.npz")
          which = "t10k" if test else "train"
          if arrays.exists():
              import numpy

              with numpy.load(arrays) as found:
                  images, labels = torch.from_numpy(found["images"]), torch.from_numpy(found["labels"]).long()
          elif any(Path(folder).glob(f"{which}-images-idx3-ubyte*")):
              images = read_idx(folder, f"{which}-images-idx3-ubyte")
              labels = read_idx(folder, f"{which}-labels-idx1-ubyte").long()
          else:
              raise SystemExit(f"There is no {arrays}. README.md says what is to be in it.")
          return images.reshape(-1, ${height}, ${width}, ${channels}).permute(0, 3, 1, 2), labels
    `,
    says: `The images are your own (“${named(name)}”) and are not in this project. Put them into the folder \`data\`: \`train.npz\`${
      testCount > 0 ? ' and `test.npz`' : ''
    } with the arrays \`images\`, bytes ${shape}, and \`labels\`, whole numbers [n] below ${classes.length}, in the order
in which you gave them to the playground; or files in MNIST's format under MNIST's names.`,
  };
}
