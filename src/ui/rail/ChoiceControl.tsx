import { NativeSelect } from '@mantine/core';
import { useId } from 'react';
import type { ChoiceParam } from '../../core/params.ts';
import { optionText, paramTexts, useTexts } from '../../i18n/index.ts';
import { useController, useRun } from '../playground.ts';
import { useLocked } from '../show/rights.ts';
import { ParamLabel } from './ParamLabel.tsx';
import classes from './settings.module.css';

interface ChoiceControlProps {
  readonly name: string;
  readonly spec: ChoiceParam;
}

export function ChoiceControl({ name, spec }: ChoiceControlProps) {
  const texts = useTexts();
  const session = useController();
  const id = useId();
  const locked = useLocked();
  const value = useRun(({ wanted }) => wanted.params[name] as string);
  const note = paramTexts(texts, name).note?.[value];
  return (
    <div className={classes.control}>
      <div className={classes.row}>
        <ParamLabel name={name} spec={spec} htmlFor={id} />
        <NativeSelect
          id={id}
          size="xs"
          // Of the arrows' own width: the longest names fit beside them.
          rightSectionWidth={24}
          disabled={locked}
          className={classes.choice ?? ''}
          value={value}
          data={spec.options.map((option) => ({ value: option, label: optionText(texts, name, option) }))}
          onChange={(event) => session.setParams({ [name]: event.currentTarget.value })}
        />
      </div>
      {note && <p className={classes.note}>{note}</p>}
    </div>
  );
}
