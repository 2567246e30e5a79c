/** The curves as a picture, twice as fine as a screen shows them; where there is a canvas. */
import { paintDrawing } from '../chart/canvas.ts';
import { drawCurves } from '../chart/curves.ts';
import type { About, Make } from '../exporter.ts';

const SCALE = 2;

export const about: About = {
  id: 'curves-png',
  subject: 'log',
  suffix: '-curves.png',
  type: 'image/png',
  suits: () => 'OffscreenCanvas' in globalThis,
};

export const make: Make = async (source) => {
  const drawing = await drawCurves(source);
  const canvas = new OffscreenCanvas(drawing.width * SCALE, drawing.height * SCALE);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas to draw on.');
  paintDrawing(context, drawing, SCALE);
  return new Uint8Array(await (await canvas.convertToBlob({ type: about.type })).arrayBuffer());
};
