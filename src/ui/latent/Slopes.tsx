import { useLayoutEffect, useRef } from 'react';
import type { ImageGrid, Verdict } from '../../protocol/index.ts';
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
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || verdict.slopes.length !== height * width * channels) return;
    const pictures = { height, width, channels, pixels, slopes: slopesSeen(verdict.slopes, channels) };
    const into = context.createImageData(width, height);
    paintSlopes(pictures, scaleOf([pictures]), into.data);
    context.putImageData(into, 0, 0);
  }, [height, width, channels, pixels, verdict]);
  return <canvas ref={canvas} width={width} height={height} role="img" aria-label={label} className={classes.large} />;
}
