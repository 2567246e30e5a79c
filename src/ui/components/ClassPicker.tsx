import { useTranslation } from 'react-i18next';
import type { ClassView } from '../../core/config.ts';
import { findDataSet } from '../../data/sets/index.ts';
import { usePage, useSession } from '../playground.ts';
import classes from './ClassPicker.module.css';

/** Which digit the generator is asked for. Real radio buttons, so arrow keys walk through the digits. */
export function ClassPicker() {
  const { t } = useTranslation();
  const session = useSession();
  const chosen = usePage((state) => state.classes);
  const data = usePage((state) => state.settings.data);
  const names = findDataSet(data)?.classes ?? [];
  const options: readonly (readonly [ClassView, string])[] = [
    ['all', t('grid.all')],
    ...names.map((name, index) => [index, name] as const),
  ];
  return (
    <div role="radiogroup" aria-label={t('grid.classes')} className={classes.group}>
      {options.map(([view, name]) => (
        <label key={name} className={classes.option} data-wide={view === 'all' || undefined}>
          <input
            type="radio"
            name="class"
            value={name}
            aria-label={name}
            checked={view === chosen}
            onChange={() => session.view(view)}
          />
          <span>{name}</span>
        </label>
      ))}
    </div>
  );
}
