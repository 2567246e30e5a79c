import { useMemo } from 'react';
import type { ImageGrid, Verdict } from '../../protocol/index.ts';
import { PaintedCanvas } from '../components/PaintedCanvas.tsx';
import { paintSlopes, scaleOf, slopesSeen } from '../inside/paintSlopes.ts';
import classes from './latent.module.css';

interface SlopesProps {
  /** One image. */
  readonly image: ImageGrid;
  readonly verdict: Verdict;
  readonly label: string;
}

/** ∂D/∂x over one image. */
export function Slopes({ image: { height, width, channels, pixels }, verdict, label }: SlopesProps) {
  const paint = useMemo(() => {
    if (verdict.slopes.length !== height * width * channels) return null;
    const pictures = { height, width, channels, pixels, slopes: slopesSeen(verdict.slopes, channels) };
    return (data: Uint8ClampedArray) => paintSlopes(pictures, scaleOf([pictures]), data);
  }, [height, width, channels, pixels, verdict]);
  return <PaintedCanvas width={width} height={height} label={label} paint={paint} className={classes.large} />;
}
