import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { Prior } from '../../core/latent.ts';
import { useTexts } from '../../i18n/index.ts';
import classes from './latent.module.css';

interface BarsProps {
  readonly z: Float32Array;
  readonly prior: Prior;
  onChange(z: Float32Array<ArrayBuffer>): void;
}

/** Between which a component is shown: of normal ones all but one in a thousand. */
const RANGE = { normal: [-3.3, 3.3], uniform: [-1, 1], unitUniform: [0, 1] } as const;
const STEPS = 40;

/** z as bars, each of which can be dragged: one stop for the keyboard. */
export function Bars({ z, prior, onChange }: BarsProps) {
  const texts = useTexts('latent').one;
  const [at, setAt] = useState(0);
  const [low, high] = RANGE[prior];
  const place = Math.min(at, z.length - 1);
  const value = z[place] ?? 0;

  const set = (index: number, to: number): void => {
    const next = Float32Array.from(z);
    next[index] = Math.min(high, Math.max(low, to));
    setAt(index);
    onChange(next);
  };
  const onPointer = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.buttons === 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    // A drag changes the bar on which it began.
    const under = Math.floor(((event.clientX - left) / width) * z.length);
    const index = event.type === 'pointerdown' ? Math.min(z.length - 1, Math.max(0, under)) : place;
    set(index, high - ((event.clientY - top) / height) * (high - low));
  };
  const onKey = (event: KeyboardEvent): void => {
    const by = (high - low) / STEPS;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => setAt(Math.max(0, place - 1)),
      ArrowRight: () => setAt(Math.min(z.length - 1, place + 1)),
      ArrowUp: () => set(place, value + by),
      ArrowDown: () => set(place, value - by),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const y = (of: number): number => (100 * (high - of)) / (high - low);
  const base = y(Math.max(low, 0));
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={texts.z}
      aria-valuemin={low}
      aria-valuemax={high}
      aria-valuenow={value}
      aria-valuetext={texts.bar({ place: place + 1, count: z.length, value })}
      title={texts.zHint}
      className={classes.bars}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
      onKeyDown={onKey}
    >
      <svg viewBox={`0 0 ${z.length} 100`} preserveAspectRatio="none" aria-hidden="true">
        <rect className={classes.barPlace} x={place} y={0} width={1} height={100} />
        <rect x={0} y={base - 0.5} width={z.length} height={1} className={classes.barBase} />
        {Array.from(z, (component, i) => {
          const top = y(Math.min(high, Math.max(low, component)));
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a component is its place
              key={i}
              x={i + 0.15}
              width={0.7}
              y={Math.min(base, top)}
              height={Math.abs(base - top)}
              data-at={i === place || undefined}
            />
          );
        })}
      </svg>
    </div>
  );
}
