import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import type { LessonStep, Sketch } from '../../lessons/lesson.ts';
import {
  bent,
  type Curve,
  type Draft,
  drawnInto,
  filled,
  HANDLES,
  NOTHING_DRAWN,
  type Pen,
  PLACES,
  stepAt,
} from '../../lessons/sketch.ts';
import { formatShort } from '../format.ts';
import { ARROWS, keysFor } from '../play/keys.ts';
import { Coloured } from './Coloured.tsx';
import { type Axis, axisAround, heightOf, SketchChart } from './SketchChart.tsx';
import classes from './sketch.module.css';

/** A key moves a handle by such a part of the axis, with Shift, and without. */
const [FAR, NEAR] = [0.2, 0.05];

interface SketchPadProps {
  readonly sketch: Sketch;
  readonly step: Pick<LessonStep, 'act' | 'from'>;
  readonly legend: string;
  /** Whose curve it is, in words. */
  readonly name: string;
  readonly drawn: Curve | null;
  onDraw(curve: Curve): void;
}

/** Where one draws the curve that one expects: with a pointer, or by handles and keys. */
export function SketchPad({ sketch, step: { act, from = 0 }, legend, name, drawn, onDraw }: SketchPadProps) {
  const texts = useTexts('lessons').draw;
  const id = useId();
  const area = useRef<HTMLDivElement>(null);
  /** What is being drawn, and where the pen was last; null while no pen is down. */
  const stroke = useRef<{ draft: Draft; pen: Pen } | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const axis = axisAround(sketch.range);
  const until = act.kind === 'train' ? act.until : from + 1;

  const penOf = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Pen => {
    const { left, top, width, height } = (area.current as HTMLDivElement).getBoundingClientRect();
    const share = (at: number): number => Math.max(0, Math.min(1, at));
    return {
      at: share((clientX - left) / width) * (PLACES - 1),
      value: axis.high - share((clientY - top) / height) * (axis.high - axis.low),
    };
  };
  const show = (now: Draft, pen: Pen): void => {
    stroke.current = { draft: now, pen };
    setDraft(now);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const pen = penOf(event);
    show(drawnInto(drawn ?? NOTHING_DRAWN, pen, pen), pen);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (!stroke.current) return;
    let { draft: now, pen } = stroke.current;
    const moves = event.nativeEvent.getCoalescedEvents();
    for (const move of moves.length > 0 ? moves : [event.nativeEvent]) {
      const to = penOf(move);
      now = drawnInto(now, pen, to);
      pen = to;
    }
    show(now, pen);
  };
  const onPointerUp = (): void => {
    const curve = stroke.current && filled(stroke.current.draft);
    stroke.current = null;
    setDraft(null);
    if (curve) onDraw(curve);
  };

  return (
    <fieldset className={classes.pad} aria-describedby={`${id}-how`}>
      <legend>
        <Coloured>{legend}</Coloured>
      </legend>
      <SketchChart
        name={name}
        axis={axis}
        from={from}
        until={until}
        yours={draft ?? drawn}
        area={area}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
      >
        <Handles name={name} axis={axis} curve={drawn} onDraw={onDraw} stepOf={(place) => stepAt(place, from, until)} />
      </SketchChart>
      <p id={`${id}-how`} className={classes.how}>
        {texts.how}
      </p>
    </fieldset>
  );
}

interface HandlesProps {
  readonly name: string;
  readonly axis: Axis;
  /** Null while nothing is drawn: then the handles lie in the middle. */
  readonly curve: Curve | null;
  onDraw(curve: Curve): void;
  stepOf(place: number): number;
}

/** The points at which keys bend the curve; one of them is on the way of the Tab key. */
function Handles({ name, axis, curve, onDraw, stepOf }: HandlesProps) {
  const texts = useTexts('lessons').draw;
  const [current, setCurrent] = useState(0);
  const all = useRef<(HTMLSpanElement | null)[]>([]);
  const { low, high } = axis;
  const level = (low + high) / 2;

  const act =
    (handle: number) =>
    ({ key, shiftKey }: KeyboardEvent): boolean => {
      const way = ARROWS[key];
      if (!way) return false;
      const [right, down] = way;
      if (down === 0) {
        all.current[Math.max(0, Math.min(HANDLES.length - 1, handle + right))]?.focus();
        return true;
      }
      const place = HANDLES[handle] as number;
      const before = curve ?? Array.from({ length: PLACES }, () => level);
      const value = (before[place] as number) - down * (shiftKey ? FAR : NEAR) * (high - low);
      onDraw(bent(before, place, Math.max(low, Math.min(high, value))));
      return true;
    };

  return HANDLES.map((place, handle) => {
    const value = curve?.[place] ?? level;
    const said = texts.point({ step: stepOf(place), value: formatShort(value) });
    return (
      <span
        key={place}
        ref={(element) => {
          all.current[handle] = element;
        }}
        className={classes.handle}
        role="slider"
        tabIndex={handle === current ? 0 : -1}
        aria-orientation="vertical"
        aria-label={texts.label({ name })}
        aria-valuemin={low}
        aria-valuemax={high}
        aria-valuenow={value}
        aria-valuetext={curve ? said : texts.nothing}
        style={{ left: `${(100 * place) / (PLACES - 1)}%`, bottom: `${100 * heightOf(value, axis)}%` }}
        onFocus={() => setCurrent(handle)}
        onKeyDown={keysFor(act(handle))}
      />
    );
  });
}
