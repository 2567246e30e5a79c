/** What is on the stage: the newest picture of the record, at its own size. */
import type { About, Make } from '../exporter.ts';
import { newestOf } from '../frames.ts';
import { pngOf } from '../png.ts';

export const about: About = { id: 'png', subject: 'picture', suffix: '.png', type: 'image/png', suits: () => true };

export const make: Make = async (source) => pngOf(newestOf(source), 1);
