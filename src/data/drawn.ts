/** How sets that are drawn are drawn. The page knows such sets too, but only the engine has use for this. */
import type { DataSetInfo, DrawImage, DrawPoints, ImageSetInfo, PointModes, PointSetInfo } from '../core/dataSet.ts';

interface SetFile {
  readonly info: DataSetInfo;
  readonly drawImage?: DrawImage;
  readonly drawPoints?: DrawPoints;
  readonly modes?: PointModes;
}

const files = Object.values(
  import.meta.glob<SetFile>(['./sets/*.ts', '!./sets/index.ts', '!./sets/*.test.ts'], { eager: true }),
);

function found<Draw>({ id, name }: DataSetInfo, drawOf: (file: SetFile) => Draw | undefined): Draw {
  const file = files.find(({ info }) => info.id === id);
  const draw = file && drawOf(file);
  if (!draw) throw new Error(`${name} does not say how it is drawn.`);
  return draw;
}

export const imageDrawer = (info: ImageSetInfo): DrawImage => found(info, ({ drawImage }) => drawImage);
export const pointDrawer = (info: PointSetInfo): DrawPoints => found(info, ({ drawPoints }) => drawPoints);

/** Null where the distribution is no mixture. */
export const modesOf = ({ id }: PointSetInfo): PointModes | null =>
  files.find(({ info }) => info.id === id)?.modes ?? null;
