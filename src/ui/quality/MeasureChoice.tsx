import { useId } from 'react';
import { useTexts } from '../../i18n/index.ts';
import type { MeasureId } from './measures.ts';
import { measuresOf } from './measures.ts';
import classes from './quality.module.css';
import { useQuality, useQualityState, useSubject } from './useQuality.ts';

/** Which measures: a list that opens over the page. The last one cannot be taken away. */
export function MeasureChoice() {
  const texts = useTexts('quality');
  const quality = useQuality();
  const chosen = useQualityState(({ settings }) => settings.chosen);
  const known = measuresOf(useSubject());
  const id = useId();
  const toggle = (measure: MeasureId): void =>
    quality.change({
      chosen: known.filter((other) => (other === measure ? !chosen.includes(other) : chosen.includes(other))),
    });
  return (
    <>
      <button type="button" popoverTarget={id} className={classes.choose}>
        {texts.choose} <b>{chosen.length}</b>
      </button>
      <fieldset id={id} popover="auto" aria-label={texts.choose} className={classes.choice}>
        {known.map((measure) => (
          <label key={measure}>
            <input
              type="checkbox"
              checked={chosen.includes(measure)}
              disabled={chosen.length === 1 && chosen.includes(measure)}
              onChange={() => toggle(measure)}
            />
            {texts.measure[measure].name}
          </label>
        ))}
      </fieldset>
    </>
  );
}
