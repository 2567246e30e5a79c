import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Spot } from './drawing.ts';
import { ARROWS, keysFor } from './keys.ts';
import classes from './play.module.css';

/** What a brush does. */
export interface Strokes {
  /** Begins a stroke, which can be taken back. */
  begin(from: Spot, to: Spot): void;
  /** Goes on with it. */
  goOn(from: Spot, to: Spot): void;
  undo(): void;
}

interface TabletProps extends Strokes {
  /** In pixels of what is drawn. */
  readonly width: number;
  readonly height: number;
  /** With Shift a key moves so many of them. */
  readonly far: number;
  readonly label: string;
  /** What the keys do, for who does not see it. */
  readonly keys: string;
  /** Whether a brush that stays goes on painting there. */
  readonly dwells?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Between two touches of a brush that stays. */
const DWELL_MS = 60;

/** Where one draws with a brush, by a pointer or by keys. */
export function Tablet({
  width,
  height,
  far,
  label,
  keys,
  dwells = false,
  className = '',
  children,
  ...strokes
}: TabletProps) {
  const id = useId();
  const area = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<Spot>({ x: width / 2, y: height / 4 });
  const [penDown, setPenDown] = useState(false);
  const [drawing, setDrawing] = useState(false);
  /** Where the pointer was, while it draws. */
  const last = useRef<Spot | null>(null);
  const newest = useRef(strokes);
  useEffect(() => {
    newest.current = strokes;
  });
  useEffect(() => {
    if (!drawing || !dwells) return;
    const timer = setInterval(() => {
      const at = last.current;
      if (at) newest.current.goOn(at, at);
    }, DWELL_MS);
    return () => clearInterval(timer);
  }, [drawing, dwells]);

  const spotOf = (event: { clientX: number; clientY: number }): Spot => {
    const { left, top, width: wide, height: tall } = (area.current as HTMLDivElement).getBoundingClientRect();
    return { x: ((event.clientX - left) / wide) * width, y: ((event.clientY - top) / tall) * height };
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const spot = spotOf(event);
    last.current = spot;
    setDrawing(true);
    strokes.begin(spot, spot);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (!last.current) return;
    const moves = event.nativeEvent.getCoalescedEvents();
    for (const move of moves.length > 0 ? moves : [event.nativeEvent]) {
      const spot = spotOf(move);
      strokes.goOn(last.current, spot);
      last.current = spot;
    }
  };
  const onPointerUp = (): void => {
    last.current = null;
    setDrawing(false);
  };

  function act({ key, shiftKey }: KeyboardEvent): boolean {
    const way = ARROWS[key];
    if (way) {
      const step = shiftKey ? far : 1;
      const to = {
        x: Math.max(0.5, Math.min(width - 0.5, cursor.x + step * way[0])),
        y: Math.max(0.5, Math.min(height - 0.5, cursor.y + step * way[1])),
      };
      if (penDown) strokes.begin(cursor, to);
      setCursor(to);
      return true;
    }
    switch (key) {
      case ' ':
        strokes.begin(cursor, cursor);
        return true;
      case 'Enter':
        if (!penDown) strokes.begin(cursor, cursor);
        setPenDown(!penDown);
        return true;
      case 'Delete':
      case 'Backspace':
        strokes.undo();
        return true;
      default:
        return false;
    }
  }
  return (
    <div
      ref={area}
      className={`${classes.pad} ${className}`}
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is drawn in by keys
      tabIndex={0}
      aria-label={label}
      aria-describedby={`${id}-keys`}
      style={{ aspectRatio: `${width} / ${height}` }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={keysFor(act)}
    >
      {children}
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
        {keys}
      </span>
    </div>
  );
}
