import type { Examples } from '../../core/trace.ts';
import type { ExampleSpec } from '../../gan/plan.ts';
import type { ImageGrid } from '../../protocol/index.ts';
import { ImageCanvas } from '../stage/ImageCanvas.tsx';
import { PointsPicture } from './PointsPicture.tsx';
import classes from './step.module.css';

interface ExamplePicturesProps {
  readonly examples: Examples;
  readonly spec: ExampleSpec;
  readonly of: 'real' | 'generated';
  /** What it shows, in words. */
  readonly label: string;
}

const gridOf = ({ pixels, ...rest }: Extract<Examples, { kind: 'images' }>): ImageGrid => ({
  height: rest.height,
  width: rest.width,
  channels: rest.channels,
  rows: 1,
  columns: rest.count,
  pixels,
  labels: null,
});

/** Some examples of a batch: images in a row, or all points in the plane. */
export function ExamplePictures({ examples, spec, of, label }: ExamplePicturesProps) {
  if (examples.kind === 'images')
    return <ImageCanvas grid={gridOf(examples)} label={label} className={classes.pictures} />;
  const extent = spec.kind === 'points' ? spec.extent : 1;
  return <PointsPicture label={label} extent={extent} groups={[{ of, points: examples.points }]} />;
}
