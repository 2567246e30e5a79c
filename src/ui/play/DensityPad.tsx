import { useLayoutEffect, useRef } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { CELLS, type Density, type DensityBrush, paintDensity, stroked } from './density.ts';
import classes from './play.module.css';
import { painted, paintOn, undoDensity } from './state.ts';
import { Tablet } from './Tablet.tsx';

/** With Shift. */
const FAR = 8;

interface DensityPadProps {
  readonly density: Density;
  readonly brush: DensityBrush;
  /** What it shows, in words. */
  readonly label: string;
}

/** Where one paints a distribution: the longer, the denser. */
export function DensityPad({ density, brush, label }: DensityPadProps) {
  const texts = useTexts('play').data;
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(CELLS, CELLS);
    paintDensity(density, image.data);
    context.putImageData(image, 0, 0);
  }, [density]);
  return (
    <Tablet
      width={CELLS}
      height={CELLS}
      far={FAR}
      label={texts.pad}
      keys={texts.padKeys}
      dwells
      className={classes.paper}
      begin={(from, to) => painted((now) => stroked(now, from, to, brush))}
      goOn={(from, to) => paintOn((now) => stroked(now, from, to, brush))}
      undo={undoDensity}
    >
      <canvas ref={canvas} width={CELLS} height={CELLS} role="img" aria-label={label} />
    </Tablet>
  );
}
