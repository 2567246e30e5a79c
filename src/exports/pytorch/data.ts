/** `data.py`: where real examples come from, and how networks see them. */
import type { ImageSpec } from '../../gan/plan.ts';
import type { Facts } from './facts.ts';
import { python } from './python.ts';
import { sourceOf } from './sets/index.ts';

interface Size {
  readonly height: number;
  readonly width: number;
}

function resized(image: ImageSpec, from: Size): string | false {
  if (image.height === from.height && image.width === from.width) return false;
  const background = image.range === 'symmetric' ? -1 : 0;
  switch (image.resize) {
    case 'bilinear':
      return `images = F.interpolate(images, size=(${image.height}, ${image.width}), mode="bilinear")`;
    case 'pad': {
      const [rows, columns] = [image.height - from.height, image.width - from.width];
      const sides = [columns, rows].flatMap((n) => [Math.floor(n / 2), Math.ceil(n / 2)]);
      return `images = F.pad(images, (${sides.join(', ')}), value=${background})  # framed by background`;
    }
    default:
      return image.resize satisfies never;
  }
}

function preparation(image: ImageSpec, from: Size): string {
  const symmetric = image.range === 'symmetric';
  return python`
    def prepare(images):
        """From bytes to the numbers that networks see, in ${symmetric ? '[−1, 1]' : '[0, 1]'}."""
        images = images / ${symmetric ? '127.5 - 1' : '255'}
        ${image.scaledTwice && 'images = ((images + 1) / 2 - 127.5) / 127.5  # taken for bytes once more: almost −1 (an erratum)'}
        ${resized(image, from)}
        return images
  `;
}

export function dataFile({ data, plan }: Facts): string {
  const source = sourceOf(data);
  const blocks = [
    source.python,
    ...(plan.examples.kind === 'image' && data.kind === 'image' ? [preparation(plan.examples, data)] : []),
  ].join('\n\n\n');
  return python`
    """Real examples."""
    ${source.imports}

    import torch
    ${/\bF\./.test(blocks) && 'from torch.nn import functional as F'}


    ${blocks}
  `;
}
