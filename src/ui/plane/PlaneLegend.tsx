import { useComputedColorScheme } from '@mantine/core';
import { useTexts } from '../../i18n/index.ts';
import { cssColour, DARK, LIGHT } from '../../picture/palette.ts';
import { SmallSwitch } from '../components/SmallSwitch.tsx';
import { useLayout } from '../layout.ts';
import { usePrinting } from '../print/printing.ts';
import classes from './plane.module.css';

/** What the colours and points mean, and the switch for the arrows. */
export function PlaneLegend() {
  const texts = useTexts();
  const arrows = useLayout((state) => state.arrows);
  const onPaper = usePrinting((state) => state.on);
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark' && !onPaper;
  const { bands, real, generated } = dark ? DARK : LIGHT;
  const stops = bands.flatMap((band, i) =>
    [i, i + 1].map((edge) => `${cssColour(band)} ${(100 * edge) / bands.length}%`),
  );
  return (
    <div className={classes.legend} data-legend="">
      <span className={classes.scale}>
        {texts.plane.low} <i style={{ background: `linear-gradient(90deg, ${stops.join(', ')})` }} /> {texts.plane.high}
      </span>
      <span>
        <b className={classes.dot} style={{ background: cssColour(real) }} /> {texts.plane.real}
      </span>
      <span>
        <b className={classes.dot} style={{ background: cssColour(generated) }} /> {texts.plane.generated}
      </span>
      <SmallSwitch
        label={texts.plane.arrows}
        hint={texts.plane.arrowsHint}
        checked={arrows}
        onChange={(on) => useLayout.setState({ arrows: on })}
      />
    </div>
  );
}
