import { Button } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import type { PlaneView } from '../../protocol/index.ts';
import { PlaneCanvas } from '../plane/PlaneCanvas.tsx';
import { ARROWS, keysFor, useUndoKey } from './keys.ts';
import { takenBack } from './past.ts';
import classes from './play.module.css';
import { along, MOST_POINTS, movedTo, nearest, type Points, steepestOf, without, withPoint } from './points.ts';
import { useScoreText } from './Reading.tsx';
import { drag, place, undoPoints, usePlay } from './state.ts';
import { UndoTool } from './tools.tsx';
import { useVerdict } from './useVerdict.ts';

/** Shares of the square's half side: what counts as on a point, how far a key moves, how long the longest arrow is. */
const [REACH, KEY_STEP, ARROW] = [0.06, 0.05, 0.22];

/** A person in G's place, in the plane: points, D's word on each, and where it would have them go. */
export function PlacePoints({ view }: { readonly view: PlaneView }) {
  const page = useTexts();
  const { p: texts } = useTexts('play');
  const points = usePlay((state) => state.points);
  const canUndo = usePlay((state) => takenBack(state.pastPoints, state.points) !== undefined);
  useUndoKey(undoPoints);
  const asked = useMemo(() => (points.length > 0 ? { examples: points, classes: null } : null), [points]);
  const { judged, error } = useVerdict(asked);
  const textOf = useScoreText();
  const { extent } = view;
  const count = points.length / 2;
  // Of the points as they are now; those of a moment ago were others.
  const verdict = judged?.asked.examples.length === points.length ? judged.verdict : null;
  const mean = verdict && verdict.scores.reduce((sum, score) => sum + score, 0) / count;
  const said = texts.count({ count, most: MOST_POINTS });

  return (
    <div className={classes.beG}>
      <div className={classes.padPlace}>
        <Square extent={extent} points={points} slopes={verdict?.slopes ?? null}>
          <PlaneCanvas
            view={view}
            label={page.plane.describe({ step: view.step, count: view.generated.length / 2 })}
            arrows={false}
          />
        </Square>
      </div>
      <div className={classes.side}>
        <p className={classes.what}>{texts.what}</p>
        <div className={classes.reading}>
          <h3 className={classes.ofD}>{texts.mean}</h3>
          <p className={classes.score} data-score={mean ?? undefined} data-step={verdict?.step}>
            {mean === null ? '–' : textOf(mean)}
          </p>
        </div>
        <Button
          size="xs"
          disabled={count === 0}
          title={texts.stepHint}
          onClick={() => verdict && place(along(points, verdict.slopes, extent))}
        >
          {texts.step}
        </Button>
        <div className={classes.tools}>
          <UndoTool disabled={!canUndo} undo={undoPoints} />
          <Button
            size="xs"
            className={classes.grows ?? ''}
            variant="default"
            disabled={count === 0}
            onClick={() => place(new Float32Array())}
          >
            {texts.clear}
          </Button>
        </div>
        <p role="status" className={classes.stuck}>
          {error ? sentenceOf(error.problem) : said}
        </p>
        <ol className={classes.points}>
          {Array.from({ length: count }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place
            <li key={i}>
              <span>
                {texts.point({ x: points[2 * i] as number, y: points[2 * i + 1] as number })}{' '}
                <b className={classes.ofD}>{textOf(verdict?.scores[i])}</b>
              </span>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

interface SquareProps {
  readonly extent: number;
  readonly points: Points;
  /** D's slope at each; null while it is not known. */
  readonly slopes: Float32Array | null;
  readonly children: React.ReactNode;
}

/** Where points are placed, by pointer or by keys. */
function Square({ extent, points, slopes, children }: SquareProps) {
  const texts = useTexts('play').p;
  const id = useId();
  const square = useRef<HTMLDivElement>(null);
  /** The point that follows the pointer, or the keys. */
  const [held, setHeld] = useState(-1);
  const [cursor, setCursor] = useState({ x: 0, y: 0 });

  const spotOf = ({ clientX, clientY }: PointerEvent): readonly [number, number] => {
    const { left, top, width, height } = (square.current as HTMLDivElement).getBoundingClientRect();
    return [extent * ((2 * (clientX - left)) / width - 1), extent * (1 - (2 * (clientY - top)) / height)];
  };
  /** Takes the point that is there, or places one. */
  function take(x: number, y: number): void {
    const there = nearest(points, x, y, REACH * extent);
    const next = there < 0 ? withPoint(points, x, y) : points;
    place(next);
    setHeld(there < 0 && next !== points ? next.length / 2 - 1 : there);
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    take(...spotOf(event));
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (held >= 0 && event.buttons > 0) drag(movedTo(points, held, ...spotOf(event), extent));
  };
  const onDoubleClick = (event: React.MouseEvent): void => {
    const there = nearest(points, ...spotOf(event as unknown as PointerEvent), REACH * extent);
    if (there >= 0) place(without(points, there));
  };

  function act({ key, shiftKey }: KeyboardEvent): boolean {
    const way = ARROWS[key];
    if (way) {
      const far = KEY_STEP * extent * (shiftKey ? 4 : 1);
      const inside = (value: number): number => Math.max(-extent, Math.min(extent, value));
      const to = { x: inside(cursor.x + far * way[0]), y: inside(cursor.y - far * way[1]) };
      if (held >= 0) drag(movedTo(points, held, to.x, to.y, extent));
      setCursor(to);
      return true;
    }
    switch (key) {
      case ' ':
      case 'Enter':
        if (held >= 0) setHeld(-1);
        else take(cursor.x, cursor.y);
        return true;
      case 'Delete':
      case 'Backspace': {
        const there = nearest(points, cursor.x, cursor.y, REACH * extent);
        if (there >= 0) place(without(points, there));
        setHeld(-1);
        return true;
      }
      default:
        return false;
    }
  }
  const longest = slopes && (ARROW * extent) / Math.sqrt(steepestOf(slopes));
  return (
    <div
      ref={square}
      className={classes.pad}
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: points are placed by keys
      tabIndex={0}
      aria-label={texts.pad}
      aria-describedby={`${id}-keys`}
      style={{ aspectRatio: '1' }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => setHeld(-1)}
      onPointerCancel={() => setHeld(-1)}
      onDoubleClick={onDoubleClick}
      onKeyDown={keysFor(act)}
    >
      {children}
      <svg className={classes.placed} viewBox={`${-extent} ${-extent} ${2 * extent} ${2 * extent}`} aria-hidden="true">
        {Array.from({ length: points.length / 2 }, (_, i) => {
          const [x, y] = [points[2 * i] as number, -(points[2 * i + 1] as number)];
          const [dx, dy] = [slopes?.[2 * i] ?? 0, -(slopes?.[2 * i + 1] ?? 0)];
          // The root, so that gentle slopes are seen beside steep ones.
          const scale = (longest ?? 0) / Math.sqrt(Math.hypot(dx, dy) || 1);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place
            <g key={i}>
              <line x1={x} y1={y} x2={x + scale * dx} y2={y + scale * dy} />
              <circle cx={x} cy={y} r={0.028 * extent} />
            </g>
          );
        })}
        <path
          className={classes.cross}
          transform={`translate(${cursor.x} ${-cursor.y}) scale(${0.05 * extent})`}
          d="M-1,0H1M0,-1V1"
        />
      </svg>
      <span id={`${id}-keys`} className="visually-hidden">
        {texts.padKeys}
      </span>
    </div>
  );
}
