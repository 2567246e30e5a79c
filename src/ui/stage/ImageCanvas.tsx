import { useLayoutEffect, useRef } from 'react';
import { paint, paintedHeight, paintedWidth } from '../../picture/paintGrid.ts';
import type { ImageGrid } from '../../protocol/index.ts';

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
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = paintedWidth(grid);
  const height = paintedHeight(grid);

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(width, height);
    paint(grid, image.data);
    context.putImageData(image, 0, 0);
  }, [grid, width, height]);

  return (
    <canvas
      ref={canvas}
      width={width}
      height={height}
      role="img"
      aria-label={label}
      className={className}
      data-step={step}
      data-classes={classes}
    />
  );
}
