import { NativeSelect } from '@mantine/core';
import type { ClassView } from '../../core/config.ts';
import { useTexts } from '../../i18n/index.ts';
import { useController, useDataSet, useLooked, useMember, usePicture, useRun } from '../playground.ts';
import classes from './ClassPicker.module.css';

/** More classes, or longer names, do not fit beside each other. */
const MOST_BUTTONS = 10;
const LONGEST_NAME = 2;

/** Which digit the generator is asked for. Real radio buttons, so arrow keys walk through the digits. */
export function ClassPicker() {
  const texts = useTexts();
  const session = useController();
  const member = useMember();
  const wanted = useRun((state) => state.classes);
  const isPast = useLooked() !== null;
  const picture = usePicture();
  // Of the past there is what was chosen then.
  const chosen = isPast && picture?.kind === 'images' ? picture.classes : wanted;
  const hint = isPast ? texts.grid.toNewest : undefined;
  const names = useDataSet(useRun((state) => state.opened.data))?.classes ?? [];
  const options: readonly (readonly [ClassView, string])[] = [
    ['all', texts.grid.all],
    ...names.map((name, index) => [index, name] as const),
  ];
  if (names.length > MOST_BUTTONS || names.some(({ length }) => length > LONGEST_NAME)) {
    return (
      <NativeSelect
        size="xs"
        className={classes.select ?? ''}
        aria-label={texts.grid.classes}
        title={hint}
        value={String(chosen)}
        data={options.map(([view, label]) => ({ value: String(view), label }))}
        onChange={({ currentTarget: { value } }) => session.view(member, value === 'all' ? 'all' : Number(value))}
      />
    );
  }
  return (
    <div role="radiogroup" aria-label={texts.grid.classes} title={hint} className={classes.group}>
      {options.map(([view, name]) => (
        <label key={name} className={classes.option} data-wide={view === 'all' || undefined}>
          <input
            className="over-cell"
            type="radio"
            name="class"
            value={name}
            aria-label={name}
            checked={view === chosen}
            onChange={() => session.view(member, view)}
          />
          <span>{name}</span>
        </label>
      ))}
    </div>
  );
}
