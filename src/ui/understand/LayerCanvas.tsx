import { useLayoutEffect, useRef } from 'react';
import type { LayerPicture } from '../../core/way.ts';
import { mapsWidth, paintMaps, paintUnits } from './paintLayer.ts';
import classes from './way.module.css';

/** Units are set in rows of so many, each so high. */
const UNITS_IN_ROW = 128;
const ROW_HEIGHT = 3;
/** The least height of a row alone, and the most of a map. */
const [LEAST, MOST] = [12, 42];

interface LayerCanvasProps {
  readonly layer: LayerPicture;
  readonly network: 'D' | 'G';
  readonly label: string;
}

/** What a layer makes of a sample: its channels side by side, or its units in rows. */
export function LayerCanvas({ layer: { output, values }, network, label }: LayerCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [height = 1, width = 1, channels] = output;
  const isMaps = channels !== undefined;
  const across = isMaps ? mapsWidth(values.length / (height * width), width) : Math.min(UNITS_IN_ROW, values.length);
  const down = isMaps ? height : Math.ceil(values.length / across);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(across, down);
    if (isMaps) paintMaps(values, { height, width }, network, image.data);
    else paintUnits(values, network, image.data);
    context.putImageData(image, 0, 0);
  }, [values, isMaps, height, width, across, down, network]);
  return (
    <canvas
      ref={canvas}
      width={across}
      height={down}
      role="img"
      aria-label={label}
      className={classes.layer}
      style={
        isMaps
          ? { width: (MOST * across) / down, height: 'auto' }
          : { width: `${(100 * across) / UNITS_IN_ROW}%`, height: Math.max(LEAST, down * ROW_HEIGHT) }
      }
    />
  );
}
