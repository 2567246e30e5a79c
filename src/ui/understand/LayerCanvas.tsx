import { useCallback } from 'react';
import type { LayerPicture } from '../../core/way.ts';
import { PaintedCanvas } from '../components/PaintedCanvas.tsx';
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
  const [height = 1, width = 1, channels] = output;
  const isMaps = channels !== undefined;
  const across = isMaps ? mapsWidth(values.length / (height * width), width) : Math.min(UNITS_IN_ROW, values.length);
  const down = isMaps ? height : Math.ceil(values.length / across);
  const paint = useCallback(
    (data: Uint8ClampedArray) => {
      if (isMaps) paintMaps(values, { height, width }, network, data);
      else paintUnits(values, network, data);
    },
    [values, isMaps, height, width, network],
  );
  return (
    <PaintedCanvas
      width={across}
      height={down}
      label={label}
      paint={paint}
      className={classes.layer}
      style={
        isMaps
          ? { width: (MOST * across) / down, height: 'auto' }
          : { width: `${(100 * across) / UNITS_IN_ROW}%`, height: Math.max(LEAST, down * ROW_HEIGHT) }
      }
    />
  );
}
