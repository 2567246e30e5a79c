/** What is on the stage, four times as large: for slides and print. */
import type { About, Make } from '../exporter.ts';
import { lookedAt } from '../frames.ts';
import { pngOf } from '../png.ts';

export const about: About = {
  id: 'png-large',
  subject: 'picture',
  suffix: '-4x.png',
  type: 'image/png',
  ofMoment: true,
  suits: () => true,
};

export const make: Make = async (source) => pngOf(lookedAt(source), 4);
