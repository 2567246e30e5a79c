import { useCallback } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { paint } from '../../picture/paintGrid.ts';
import { PaintedCanvas } from '../components/PaintedCanvas.tsx';
import { paintSlopes, scaleOf, slopesSeen } from '../inside/paintSlopes.ts';
import { type Brush, bytesOf, type Drawing, stroke } from './drawing.ts';
import { draw, undo, usePlay } from './state.ts';
import { Tablet } from './Tablet.tsx';

interface PadProps {
  readonly drawing: Drawing;
  readonly brush: Brush;
  /** ∂D/∂x to lie over it, [height, width, channels]; null for none. */
  readonly slopes: Float32Array | null;
  /** What it shows, in words. */
  readonly label: string;
}

/** RGBA of the drawing, or of the drawing dimmed under the slopes. */
function paintPad(data: Uint8ClampedArray, drawing: Drawing, slopes: Float32Array | null): void {
  const { height, width, channels } = drawing;
  const pixels = bytesOf(drawing);
  if (slopes) {
    const pictures = { height, width, channels, pixels, slopes: slopesSeen(slopes, channels) };
    paintSlopes(pictures, scaleOf([pictures]), data);
  } else paint({ rows: 1, columns: 1, height, width, channels, pixels, labels: null }, data);
}

/** With Shift. */
const FAR = 4;

/** Where one draws a digit, with a pointer or by keys. */
export function Pad({ drawing, brush, slopes, label }: PadProps) {
  const texts = useTexts('play').g;
  const { height, width } = drawing;
  const paintIt = useCallback((data: Uint8ClampedArray) => paintPad(data, drawing, slopes), [drawing, slopes]);
  return (
    <Tablet
      width={width}
      height={height}
      far={FAR}
      label={texts.pad}
      keys={texts.padKeys}
      begin={(from, to) => draw(drawing, stroke(drawing, from, to, brush))}
      // Newer than what was last drawn on the screen, if the pointer is quick.
      goOn={(from, to) => usePlay.setState((state) => ({ drawing: stroke(state.drawing ?? drawing, from, to, brush) }))}
      undo={undo}
    >
      <PaintedCanvas width={width} height={height} label={label} paint={paintIt} />
    </Tablet>
  );
}
