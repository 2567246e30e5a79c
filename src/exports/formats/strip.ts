/** The run's way in one picture: moments side by side, the first on the left. */
import { blankPicture, lay } from '../../picture/picture.ts';
import type { About, Make } from '../exporter.ts';
import { momentsOf } from '../frames.ts';
import { encodePng } from '../png.ts';

/** As many as can still be looked at one by one. */
const MOST = 8;
/** Pixels of width of each, about, and between them. */
const SIDE = 300;
const GAP = 12;

export const about: About = {
  id: 'strip',
  subject: 'picture',
  suffix: '-strip.png',
  type: 'image/png',
  suits: () => true,
};

export const make: Make = async (source) => {
  const moments = momentsOf(source, SIDE, MOST);
  const width = moments.reduce((sum, { picture }) => sum + picture.width + GAP, GAP);
  const sheet = blankPicture(width, Math.max(...moments.map(({ picture }) => picture.height)) + 2 * GAP);
  let left = GAP;
  for (const { picture } of moments) {
    lay(sheet, picture, left, GAP);
    left += picture.width + GAP;
  }
  return encodePng(sheet);
};
