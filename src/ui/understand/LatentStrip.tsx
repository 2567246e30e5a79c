import { useCallback } from 'react';
import type { LatentRows } from '../../core/trace.ts';
import { PaintedCanvas } from '../components/PaintedCanvas.tsx';
import { paintUnits } from './paintLayer.ts';
import classes from './step.module.css';

/** Latent points, a row for each: bright is positive, grey is negative. */
export function LatentStrip({ latent, label }: { readonly latent: LatentRows; readonly label: string }) {
  const { size, values } = latent;
  const paint = useCallback((data: Uint8ClampedArray) => paintUnits(values, 'G', data), [values]);
  const rows = values.length / size;
  return <PaintedCanvas width={size} height={rows} label={label} paint={paint} className={classes.latent} />;
}
