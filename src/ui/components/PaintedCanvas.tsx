import { type ComponentPropsWithoutRef, type RefObject, useLayoutEffect, useRef } from 'react';

interface PaintedCanvasProps extends ComponentPropsWithoutRef<'canvas'> {
  readonly width: number;
  readonly height: number;
  /** What it shows, in words. */
  readonly label: string;
  /** Writes all pixels as RGBA; the same function as long as they are the same. Null leaves what is there. */
  readonly paint: ((data: Uint8ClampedArray) => void) | null;
}

/** A picture at its own size; the style sheet scales it, pixel by pixel where it makes it larger. */
export function PaintedCanvas({ width, height, label, paint, ...rest }: PaintedCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !paint) return;
    const image = context.createImageData(width, height);
    paint(image.data);
    context.putImageData(image, 0, 0);
  }, [paint, width, height]);
  useSmoothWhenShrunk(canvas, width);
  return <canvas ref={canvas} width={width} height={height} role="img" aria-label={label} {...rest} />;
}

/** In fewer pixels than it has, pixel by pixel would leave whole rows out: of a grid the lines between some images. */
function useSmoothWhenShrunk(canvas: RefObject<HTMLCanvasElement | null>, width: number): void {
  useLayoutEffect(() => {
    const { current } = canvas;
    if (!current) return;
    const observer = new ResizeObserver(() => {
      const shrunk = current.getBoundingClientRect().width * window.devicePixelRatio < width;
      current.style.imageRendering = shrunk ? 'auto' : '';
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [canvas, width]);
}
