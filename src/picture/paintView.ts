/** What there is to see of a run, as pixels, where there is no canvas: for files. */
import type { ImageGrid, PlaneView, SampleView } from '../core/views.ts';
import { levelStep } from './levels.ts';
import { paint, paintedHeight, paintedWidth } from './paintGrid.ts';
import { paintPlane } from './paintPlane.ts';
import { LIGHT } from './palette.ts';
import { blankPicture, enlarged, lay, type Picture } from './picture.ts';

/** Around a grid, and between what is generated and what is real. */
const MARGIN = 2;
/** Pixels on each side of a plane that is drawn once as large. */
const PLANE_SIDE = 300;

function paintImages(grid: ImageGrid): Picture {
  const picture = blankPicture(paintedWidth(grid), paintedHeight(grid));
  paint(grid, picture.data);
  return picture;
}

/** Generated images, and below them the real ones, as on the page. */
function paintBoth(generated: ImageGrid, real: ImageGrid): Picture {
  const [above, below] = [paintImages(generated), paintImages(real)];
  const width = Math.max(above.width, below.width) + 2 * MARGIN;
  const sheet = blankPicture(width, above.height + below.height + 4 * MARGIN);
  lay(sheet, above, MARGIN, MARGIN);
  lay(sheet, below, MARGIN, above.height + 3 * MARGIN);
  return sheet;
}

/** A plane as a file has it, in light colours: [side, side]. */
export function planePicture(view: PlaneView, side: number): Picture {
  const picture = blankPicture(side, side);
  paintPlane(picture, view, { step: levelStep(view.values, view.middle, null), palette: LIGHT });
  return picture;
}

/** A view at its own size, or so many times as large. */
export function paintView(view: SampleView, times = 1): Picture {
  switch (view.kind) {
    case 'images':
      return enlarged(paintBoth(view.generated, view.real), times);
    case 'plane':
      return planePicture(view, PLANE_SIDE * times);
    default:
      return view satisfies never;
  }
}
