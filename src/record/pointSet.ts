/** Points that a person drew, as one safetensors file: in their order, so that runs on them go on exactly. */
import * as v from 'valibot';
import { badConfig } from '../core/errors.ts';
import type { FileLike } from '../core/file.ts';
import { pointsProblem } from '../core/ownPoints.ts';
import { aboutIn, bad, layoutAs } from './broughtFile.ts';
import { bytesOf, layoutOf } from './layout.ts';
import { piecesOf } from './safetensors.ts';

export interface KeptPoints {
  readonly name: string;
  /** [n, 2]: x and y of one point after the other. */
  readonly points: Float32Array<ArrayBuffer>;
}

const FORMAT = 'gan-playground-points/1';
const about = v.object({ name: v.string() });

export function encodePointSet({ name, points }: KeptPoints): Blob {
  const { header, data } = piecesOf({
    tensors: new Map([['points', { shape: [points.length / 2, 2], values: points }]]),
    metadata: { format: FORMAT, about: JSON.stringify({ name }) },
  });
  return new Blob([header, ...data]);
}

/** Whether a file that was kept is of points, and not of images. @throws EngineError where it cannot be read */
export const isPointSet = async (file: FileLike): Promise<boolean> =>
  (await layoutOf(file, bad)).metadata.format === FORMAT;

/** @throws EngineError `bad-config` that says what is wrong with the file, or with the points */
export async function decodePointSet(file: FileLike): Promise<KeptPoints> {
  const layout = await layoutAs(file, FORMAT);
  const { name } = aboutIn(layout, about);
  const place = layout.entries.get('points');
  if (place?.dtype !== 'F32' || place.shape.length !== 2 || place.shape[1] !== 2)
    throw bad({ code: 'tensors.unfit', name: 'points' });
  const bytes = await bytesOf(file, layout.dataAt + place.begin, layout.dataAt + place.end);
  const points = new Float32Array(bytes.slice().buffer);
  const problem = pointsProblem(points);
  if (problem) throw badConfig(problem);
  return { name, points };
}
