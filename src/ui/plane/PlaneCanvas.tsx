import { useComputedColorScheme } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import { levelStep } from '../../picture/levels.ts';
import { DARK, LIGHT } from '../../picture/palette.ts';
import type { PlaneView } from '../../protocol/index.ts';
import { useLooked } from '../playground.ts';
import { usePrinting } from '../print/printing.ts';
import { paintCanvas } from './paintCanvas.ts';

interface PlaneCanvasProps {
  readonly view: PlaneView;
  /** What it shows, in words. */
  readonly label: string;
  /** Whether arrows show where D rises, and how steeply. */
  readonly arrows: boolean;
  readonly className?: string | undefined;
}

/** More pixels for each side than this would cost time that nobody sees. */
const MOST_PIXELS = 720;

/** The distance between levels, kept from moment to moment while it serves; a look back leaves that of the newest. */
function useLevelStep(view: PlaneView): number {
  const isPast = useLooked() !== null;
  const [kept, setKept] = useState(() => {
    const step = levelStep(view.values, view.middle, null);
    return { view, step, newest: step };
  });
  if (kept.view === view) return kept.step;
  const before = isPast ? kept.step : kept.newest;
  // At step 0 a new training begins, with levels of its own.
  const step = levelStep(view.values, view.middle, view.step === 0 ? null : before);
  setKept({ view, step, newest: isPast ? kept.newest : step });
  return step;
}

/** The pixels on each side of a square canvas, as the style sheet and the screen have it; a presentation makes all of it larger. */
function usePixels(canvas: React.RefObject<HTMLCanvasElement | null>): number {
  const [pixels, setPixels] = useState(0);
  useLayoutEffect(() => {
    const { current } = canvas;
    if (!current) return;
    const measure = (): void =>
      setPixels(
        Math.min(MOST_PIXELS, Math.round(current.getBoundingClientRect().width * Math.max(1, window.devicePixelRatio))),
      );
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [canvas]);
  return pixels;
}

/** Level sets of D, the data and what G makes of z, over the same square. */
export function PlaneCanvas({ view, label, arrows, className }: PlaneCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pixels = usePixels(canvas);
  const step = useLevelStep(view);
  const onPaper = usePrinting((state) => state.on);
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark' && !onPaper;

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context && pixels > 0) paintCanvas(context, view, { step, arrows, palette: dark ? DARK : LIGHT });
  }, [view, pixels, step, arrows, dark]);

  return (
    <canvas
      ref={canvas}
      width={pixels || 1}
      height={pixels || 1}
      role="img"
      aria-label={label}
      className={className}
      data-step={view.step}
      data-level-step={step}
    />
  );
}
