import { useCallback } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { PaintedCanvas } from '../components/PaintedCanvas.tsx';
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
  const paint = useCallback((data: Uint8ClampedArray) => paintDensity(density, data), [density]);
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
      <PaintedCanvas width={CELLS} height={CELLS} label={label} paint={paint} />
    </Tablet>
  );
}
