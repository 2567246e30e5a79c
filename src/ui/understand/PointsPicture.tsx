import { arrowsPath, dotsPath, SIDE } from './points.ts';
import classes from './step.module.css';

interface PointsPictureProps {
  readonly extent: number;
  readonly label: string;
  readonly groups: readonly {
    readonly of: 'real' | 'generated';
    /** [n, 2] */
    readonly points: Float32Array;
    /** An arrow at each, [n, 2]. */
    readonly slopes?: Float32Array | undefined;
  }[];
}

/** Points in the plane, with arrows if there are any. */
export const PointsPicture = ({ extent, label, groups }: PointsPictureProps) => (
  <svg viewBox={`-3 -3 ${SIDE + 6} ${SIDE + 6}`} className={classes.plane} role="img" aria-label={label}>
    <rect x={-3} y={-3} width={SIDE + 6} height={SIDE + 6} />
    {groups.map(({ of, points, slopes }) => (
      <g key={of} data-of={of}>
        {slopes && <path d={arrowsPath(points, slopes, extent)} className={classes.arrows} />}
        <path d={dotsPath(points, extent)} className={classes.dots} />
      </g>
    ))}
  </svg>
);
