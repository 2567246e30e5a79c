import { type KeyboardEvent, type PointerEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { paint } from '../../picture/paintGrid.ts';
import { paintSlopes, scaleOf, slopesSeen } from '../inside/paintSlopes.ts';
import { type Brush, bytesOf, type Drawing, type Spot, stroke } from './drawing.ts';
import { ARROWS, keysFor } from './keys.ts';
import classes from './play.module.css';
import { draw, undo, usePlay } from './state.ts';

interface PadProps {
  readonly drawing: Drawing;
  readonly brush: Brush;
  /** ∂D/∂x to lie over it, [height, width, channels]; null for none. */
  readonly slopes: Float32Array | null;
  /** What it shows, in words. */
  readonly label: string;
}

/** RGBA of the drawing, or of the drawing dimmed under the slopes. */
function paintPad(image: ImageData, drawing: Drawing, slopes: Float32Array | null): void {
  const { height, width, channels } = drawing;
  const pixels = bytesOf(drawing);
  if (slopes) {
    const pictures = { height, width, channels, pixels, slopes: slopesSeen(slopes, channels) };
    paintSlopes(pictures, scaleOf([pictures]), image.data);
  } else paint({ rows: 1, columns: 1, height, width, channels, pixels, labels: null }, image.data);
}

/** With Shift. */
const FAR = 4;

/** Where one draws, with a pointer or by keys. */
export function Pad({ drawing, brush, slopes, label }: PadProps) {
  const texts = useTexts('play').g;
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { height, width } = drawing;
  const [cursor, setCursor] = useState<Spot>({ x: width / 2, y: height / 4 });
  const [penDown, setPenDown] = useState(false);
  /** Where the pointer was, while it draws. */
  const last = useRef<Spot | null>(null);

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(width, height);
    paintPad(image, drawing, slopes);
    context.putImageData(image, 0, 0);
  }, [drawing, slopes, width, height]);

  const spotOf = (event: { clientX: number; clientY: number }): Spot => {
    const { left, top, width: wide, height: tall } = (canvas.current as HTMLCanvasElement).getBoundingClientRect();
    return { x: ((event.clientX - left) / wide) * width, y: ((event.clientY - top) / tall) * height };
  };

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const spot = spotOf(event);
    last.current = spot;
    draw(drawing, stroke(drawing, spot, spot, brush));
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (!last.current) return;
    // Newer than what was last drawn on the screen, if the pointer is quick.
    let drawn = usePlay.getState().drawing ?? drawing;
    const moves = event.nativeEvent.getCoalescedEvents();
    for (const move of moves.length > 0 ? moves : [event.nativeEvent]) {
      const spot = spotOf(move);
      drawn = stroke(drawn, last.current, spot, brush);
      last.current = spot;
    }
    usePlay.setState({ drawing: drawn });
  };
  const onPointerUp = (): void => {
    last.current = null;
  };

  function act({ key, shiftKey }: KeyboardEvent): boolean {
    const way = ARROWS[key];
    if (way) {
      const far = shiftKey ? FAR : 1;
      const to = {
        x: Math.max(0.5, Math.min(width - 0.5, cursor.x + far * way[0])),
        y: Math.max(0.5, Math.min(height - 0.5, cursor.y + far * way[1])),
      };
      if (penDown) draw(drawing, stroke(drawing, cursor, to, brush));
      setCursor(to);
      return true;
    }
    switch (key) {
      case ' ':
        draw(drawing, stroke(drawing, cursor, cursor, brush));
        return true;
      case 'Enter':
        if (!penDown) draw(drawing, stroke(drawing, cursor, cursor, brush));
        setPenDown(!penDown);
        return true;
      case 'Delete':
      case 'Backspace':
        undo();
        return true;
      default:
        return false;
    }
  }
  return (
    <div
      className={classes.pad}
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is drawn in by keys
      tabIndex={0}
      aria-label={texts.pad}
      aria-describedby={`${id}-keys`}
      style={{ aspectRatio: `${width} / ${height}` }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={keysFor(act)}
    >
      <canvas ref={canvas} width={width} height={height} role="img" aria-label={label} />
      <i
        className={classes.cursor}
        data-pen={penDown}
        style={{
          width: `${100 / width}%`,
          height: `${100 / height}%`,
          transform: `translate(${100 * (cursor.x - 0.5)}%, ${100 * (cursor.y - 0.5)}%)`,
        }}
      />
      <span id={`${id}-keys`} className="visually-hidden">
        {texts.padKeys}
      </span>
    </div>
  );
}
