import type { Shape } from '../../core/layers.ts';
import classes from './networks.module.css';

/** Pixels of the longest side that an image has. */
const TALLEST = 34;
/** So far back goes a pixel's width. */
const DEPTH = 0.38;
const LONGEST = 80;

/** Channels and features differ by factors of a thousand, so lengths are logarithms. */
const lengthOf = (n: number): number => Math.min(LONGEST, 4 + 7 * Math.log2(n));

interface TensorShapeProps {
  readonly shape: Shape;
  /** The longest side of an image in both networks: all blocks have one scale. */
  readonly side: number;
  /** How many of the features were put behind the others. */
  readonly appended?: number;
}

/** One example as a block: height × width × channels, or a row of numbers. */
export function TensorShape({ shape, side, appended = 0 }: TensorShapeProps) {
  const [height = 1, width, channels] = shape;
  if (width === undefined || channels === undefined) return <Row features={height} appended={appended} />;
  const scale = TALLEST / side;
  const h = Math.max(3, height * scale);
  const back = Math.max(2, width * scale * DEPTH);
  const c = lengthOf(channels);
  const size = [c + back + 2, h + back + 2] as const;
  return (
    <svg
      className={classes.tensor}
      width={size[0]}
      height={size[1]}
      viewBox={`-1 -1 ${size[0]} ${size[1]}`}
      aria-hidden
    >
      <path className={classes.top} d={`M0 ${back}L${back} 0H${c + back}L${c} ${back}Z`} />
      <path className={classes.end} d={`M${c} ${back}L${c + back} 0V${h}L${c} ${h + back}Z`} />
      <path className={classes.front} d={`M0 ${back}H${c}V${h + back}H0Z`} />
    </svg>
  );
}

const CELL = 6;
const HIGH = 9;

function Row({ features, appended }: { readonly features: number; readonly appended: number }) {
  // Few numbers can be counted.
  const counted = features <= 11;
  const length = counted ? features * CELL : lengthOf(features);
  const own = appended > 0 ? Math.max(6, length * (1 - Math.max(appended / features, 0.14))) : length;
  const marks = counted ? Array.from({ length: features - 1 }, (_, i) => (i + 1) * CELL) : [];
  return (
    <svg
      className={classes.tensor}
      width={length + 2}
      height={HIGH + 2}
      viewBox={`-1 -1 ${length + 2} ${HIGH + 2}`}
      aria-hidden
    >
      <rect className={classes.front} width={length} height={HIGH} rx={1.5} />
      {appended > 0 && <rect className={classes.end} x={own} width={length - own} height={HIGH} rx={1.5} />}
      {marks.map((x) => (
        <path key={x} className={classes.mark} d={`M${x} 0V${HIGH}`} />
      ))}
    </svg>
  );
}
