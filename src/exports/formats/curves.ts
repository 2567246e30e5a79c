/** The curves as a drawing that can be scaled and edited. */
import { drawCurves } from '../chart/curves.ts';
import { svgOf } from '../chart/svg.ts';
import type { About, Make } from '../exporter.ts';

export const about: About = {
  id: 'curves',
  subject: 'log',
  suffix: '-curves.svg',
  type: 'image/svg+xml',
  suits: () => true,
};

export const make: Make = async (source) =>
  svgOf(await drawCurves(source), `${source.recipe.name}, ${source.data.name}`);
