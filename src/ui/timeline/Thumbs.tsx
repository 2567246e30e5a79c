import { useComputedColorScheme } from '@mantine/core';
import { memo, useLayoutEffect, useRef } from 'react';
import type { SampleView } from '../../core/views.ts';
import { DARK, LIGHT } from '../../picture/palette.ts';
import { type Axis, cellSteps } from './axis.ts';
import { paintThumb } from './paintThumb.ts';
import classes from './timeline.module.css';
import { picturesAt, type Way } from './way.ts';

interface ThumbsProps {
  readonly axis: Axis;
  readonly way: Way;
  /** Of so many runs, side by side in each cell. */
  readonly pictures: number;
}

/** Pictures of the way, evenly chosen. */
export const Thumbs = memo(function Thumbs({ axis, way, pictures }: ThumbsProps) {
  const places = Array.from({ length: pictures }, (_, run) => run);
  return (
    <div className={classes.thumbs} aria-hidden="true">
      {cellSteps(axis).map((step, cell) => {
        const views = step === undefined ? [] : picturesAt(way, step);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
          <span key={cell} className={classes.cell}>
            {places.map((run) => (views[run] ? <Thumb key={run} view={views[run]} /> : <i key={run} />))}
          </span>
        );
      })}
    </div>
  );
});

/** Painted once for each picture that comes to this place. */
const Thumb = memo(function Thumb({ view }: { readonly view: SampleView }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  useLayoutEffect(() => {
    if (canvas.current) paintThumb(canvas.current, view, dark ? DARK : LIGHT);
  }, [view, dark]);
  return <canvas ref={canvas} data-step={view.step} />;
});
