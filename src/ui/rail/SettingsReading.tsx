import type { ParamSpecs } from '../../core/params.ts';
import { optionText, paramTexts, useTexts } from '../../i18n/index.ts';
import { formatExact } from '../format.ts';
import { useRun } from '../playground.ts';
import classes from './settings.module.css';

/** What is set, in place of the controls that a link hides. */
export function SettingsReading({ specs }: { readonly specs: ParamSpecs }) {
  const texts = useTexts();
  const values = useRun(({ wanted }) => wanted.params);
  const said = (name: string): string => {
    const value = values[name];
    if (typeof value === 'boolean') return value ? texts.settings.on : texts.settings.off;
    return typeof value === 'number' ? formatExact(value) : optionText(texts, name, String(value));
  };
  return (
    <dl className={classes.reading}>
      {Object.keys(specs).map((name) => (
        <div key={name}>
          <dt>{paramTexts(texts, name).label}</dt>
          <dd>{said(name)}</dd>
        </div>
      ))}
    </dl>
  );
}
