import { type PointerEvent, useCallback, useMemo, useRef, useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { useSize } from '../charts/useSize.ts';
import { formatWhole } from '../format.ts';
import { useController, useLooked } from '../playground.ts';
import { keyStep, placeOf, stopAt, stopsOf } from './axis.ts';
import { markText } from './eventText.ts';
import { Marks } from './Marks.tsx';
import { type Mark, marksOf } from './marks.ts';
import { Thumbs } from './Thumbs.tsx';
import classes from './timeline.module.css';
import { useWay } from './useWay.ts';

/** Pixels of a picture and between two of them, as the style sheet has them. */
const THUMB = 34;
const GAP = 4;
/** Pixels beyond both ends where it can be taken. */
const REACH = 6;
/** Pixels between two marks, and from one to the pointer that is at it. */
const APART = 10;

/** Where pictures of all runs would be too few, there are those of one. */
const FEWEST = 5;

/** How wide a cell is, and how many there are. */
function roomFor(runs: number, width: number) {
  const cellOf = (pictures: number): number => pictures * (THUMB + 1) - 1;
  const count = (cell: number): number => Math.floor((width + GAP) / (cell + GAP));
  const pictures = count(cellOf(runs)) < FEWEST ? 1 : runs;
  return { pictures, cell: cellOf(pictures), cells: count(cellOf(pictures)) };
}

interface TrackProps {
  onPlay(): void;
  /** Called when a hand takes it. */
  onTake(): void;
}

/** The pictures, what happened between them, and the place that is looked at: dragged, or moved by keys. */
export function Track({ onPlay, onTake }: TrackProps) {
  const page = useTexts();
  const part = useTexts('timeline');
  const { look, goLive } = useController();
  const way = useWay();
  const looked = useLooked();
  const box = useRef<HTMLDivElement>(null);
  const width = useSize(box)?.width ?? 0;
  const [pointed, setPointed] = useState<Mark | null>(null);

  const { pictures, cell, cells } = roomFor(way.frames.length, width);
  const room = Math.max(1, width - cell);
  const axis = useMemo(() => ({ steps: way.steps, cells }), [way, cells]);
  const stops = useMemo(() => stopsOf(way.steps, way.events), [way]);
  const marks = useMemo(() => marksOf(way.events, axis, APART / room), [way, axis, room]);
  const x = useCallback((place: number) => cell / 2 + place * room, [cell, room]);

  const newest = way.steps.at(-1) ?? 0;
  const at = looked ?? newest;
  const said = pointed ?? (looked === null ? null : (marks.find(({ events }) => hasStep(events, looked)) ?? null));
  const put = (step: number | null): void => {
    onTake();
    if (step === null) goLive();
    else if (step !== looked) look(step);
  };
  const placeUnder = ({ nativeEvent: { offsetX } }: PointerEvent): number => (offsetX - REACH - cell / 2) / room;
  const follow = (event: PointerEvent<Element>): void => {
    const place = placeUnder(event);
    if (event.currentTarget.hasPointerCapture(event.pointerId)) put(stopAt(axis, stops, place));
    const near = marks.find((mark) => Math.abs(mark.place - place) * room < APART / 2 + 1) ?? null;
    if (near !== pointed) setPointed(near);
  };
  const where = looked === null ? part.newest({ step: at }) : part.past({ step: at, newest });
  return (
    <div ref={box} className={classes.track} data-past={looked !== null || undefined}>
      <Thumbs axis={axis} way={way} pictures={pictures} />
      <Marks marks={marks} x={x} />
      {way.steps.length > 0 && <Cursor x={x(placeOf(axis, at))} step={at} />}
      {said && <Said x={x(said.place)} share={said.place} text={markText({ page, part }, said)} />}
      <div
        className={classes.pad}
        role="slider"
        tabIndex={0}
        aria-label={part.slider}
        aria-valuemin={stops[0] ?? 0}
        aria-valuemax={newest}
        aria-valuenow={at}
        aria-valuetext={said ? `${where}: ${markText({ page, part }, said)}` : where}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          follow(event);
        }}
        onPointerMove={follow}
        onPointerLeave={() => setPointed(null)}
        onKeyDown={(event) => {
          const next = event.key === ' ' ? undefined : keyStep(event.key, stops, looked);
          if (event.key === ' ') onPlay();
          else if (next === undefined) return;
          else put(next);
          event.preventDefault();
        }}
      />
    </div>
  );
}

const hasStep = (events: Mark['events'], step: number): boolean => events.some((event) => event.step === step);

/** What is later than the place that is looked at is paler. */
const Cursor = ({ x, step }: { readonly x: number; readonly step: number }) => (
  <>
    <div className={classes.later} style={{ clipPath: `inset(0 0 0 ${x}px)` }} aria-hidden="true" />
    <div className={classes.cursor} style={{ transform: `translateX(${x}px)` }} aria-hidden="true">
      <b>{formatWhole(step)}</b>
    </div>
  </>
);

/** A word on a mark. It never reaches beyond the ends. */
const Said = ({ x, share, text }: { readonly x: number; readonly share: number; readonly text: string }) => (
  <p className={classes.said} style={{ left: x, transform: `translateX(${-100 * share}%)` }} aria-hidden="true">
    {text}
  </p>
);
