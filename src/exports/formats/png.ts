/** What is on the stage: the newest picture of the record, at its own size. */
import type { About, Make } from '../exporter.ts';
import { lookedAt } from '../frames.ts';
import { pngOf } from '../png.ts';

export const about: About = {
  id: 'png',
  subject: 'picture',
  suffix: '.png',
  type: 'image/png',
  ofMoment: true,
  suits: () => true,
};

export const make: Make = async (source) => pngOf(lookedAt(source), 1);
