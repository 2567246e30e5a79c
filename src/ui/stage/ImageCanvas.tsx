import { useCallback } from 'react';
import { paint, paintedHeight, paintedWidth } from '../../picture/paintGrid.ts';
import type { ImageGrid } from '../../protocol/index.ts';
import { PaintedCanvas } from '../components/PaintedCanvas.tsx';

interface ImageCanvasProps {
  readonly grid: ImageGrid;
  /** What it shows, in words. */
  readonly label: string;
  readonly className?: string | undefined;
  readonly step?: number;
  readonly classes?: string;
}

/** Draws the images at their own size; the style sheet scales them, pixel by pixel. */
export function ImageCanvas({ grid, label, className, step, classes }: ImageCanvasProps) {
  const draw = useCallback((data: Uint8ClampedArray) => paint(grid, data), [grid]);
  return (
    <PaintedCanvas
      width={paintedWidth(grid)}
      height={paintedHeight(grid)}
      label={label}
      paint={draw}
      className={className}
      data-step={step}
      data-classes={classes}
    />
  );
}
