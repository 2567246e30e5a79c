import { useLayoutEffect, useRef } from 'react';
import type { LatentRows } from '../../core/trace.ts';
import { paintUnits } from './paintLayer.ts';
import classes from './step.module.css';

/** Latent points, a row for each: bright is positive, grey is negative. */
export function LatentStrip({ latent, label }: { readonly latent: LatentRows; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { size, values } = latent;
  const rows = values.length / size;
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(size, rows);
    paintUnits(values, 'G', image.data);
    context.putImageData(image, 0, 0);
  }, [values, size, rows]);
  return <canvas ref={canvas} width={size} height={rows} role="img" aria-label={label} className={classes.latent} />;
}
