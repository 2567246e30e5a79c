import type { PointerEventHandler, ReactNode, Ref } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { type Draft, PLACES } from '../../lessons/sketch.ts';
import { valueTicks } from '../../plot/ticks.ts';
import { formatTicks, formatWhole } from '../format.ts';
import { Coloured } from './Coloured.tsx';
import classes from './sketch.module.css';

/** What a chart shows: values from `low` to `high`, with a mark at each of `ticks`. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** Round numbers around a range, and around what lies beyond it. */
export function axisAround([low, high]: readonly [number, number], beyond: readonly number[] = []): Axis {
  const ticks = valueTicks(Math.min(low, ...beyond), Math.max(high, ...beyond));
  return { low: ticks[0] as number, high: ticks.at(-1) as number, ticks };
}

/** A value's height over the foot of the chart, from 0 to 1. */
export const heightOf = (value: number, { low, high }: Axis): number => (value - low) / (high - low);

const WIDTH = PLACES - 1;
const HEIGHT = 100;

/** As an SVG path; it breaks where nothing is drawn. */
function pathOf(curve: Draft, axis: Axis): string {
  return curve
    .map((value, place) => {
      if (value === null) return '';
      const begins = (curve[place - 1] ?? null) === null;
      return `${begins ? 'M' : 'L'}${place} ${(HEIGHT * (1 - heightOf(value, axis))).toFixed(2)}`;
    })
    .join('');
}

interface SketchChartProps {
  /** What the values are, in words. */
  readonly name: string;
  readonly axis: Axis;
  readonly from: number;
  readonly until: number;
  readonly yours: Draft | null;
  /** What has happened, with its colour. */
  readonly real?: { readonly curve: Draft; readonly colour: string };
  /** Of the area of the curves, for who draws in it. */
  readonly area?: Ref<HTMLDivElement>;
  readonly onPointerDown?: PointerEventHandler<HTMLDivElement>;
  readonly onPointerMove?: PointerEventHandler<HTMLDivElement>;
  readonly onPointerUp?: PointerEventHandler<HTMLDivElement>;
  /** What lies over the curves. */
  readonly children?: ReactNode;
}

/** A small chart with axes: a curve that was drawn, and the one that came. What it shows is said elsewhere. */
export function SketchChart({ name, axis, from, until, yours, real, area, children, ...pointer }: SketchChartProps) {
  const texts = useTexts('lessons').draw;
  const marks = formatTicks(axis.ticks);
  return (
    <div className={classes.chart}>
      <p className={classes.name}>
        <Coloured>{name}</Coloured>
      </p>
      <div className={classes.values} aria-hidden="true">
        {axis.ticks.map((tick, i) => (
          <span key={tick} style={{ bottom: `${100 * heightOf(tick, axis)}%` }}>
            {marks[i]}
          </span>
        ))}
      </div>
      <div
        ref={area}
        className={classes.area}
        data-drawn={pointer.onPointerDown ? true : undefined}
        {...pointer}
        onPointerCancel={pointer.onPointerUp}
      >
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {axis.ticks.map((tick) => {
            const y = HEIGHT * (1 - heightOf(tick, axis));
            return <path key={tick} className={classes.grid} d={`M0 ${y}H${WIDTH}`} />;
          })}
          {real && <path className={classes.real} style={{ stroke: real.colour }} d={pathOf(real.curve, axis)} />}
          {yours && <path className={classes.yours} d={pathOf(yours, axis)} />}
        </svg>
        {children}
      </div>
      <div className={classes.steps} aria-hidden="true">
        <span>{formatWhole(from)}</span>
        <span>{texts.step}</span>
        <span>{formatWhole(until)}</span>
      </div>
    </div>
  );
}
