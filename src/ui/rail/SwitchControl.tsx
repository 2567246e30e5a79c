import { Switch } from '@mantine/core';
import { useId } from 'react';
import type { SwitchParam } from '../../core/params.ts';
import { useController, useRun } from '../playground.ts';
import { useLocked } from '../show/rights.ts';
import { LateHelp } from './LateHelp.tsx';
import { ParamLabel } from './ParamLabel.tsx';
import classes from './settings.module.css';

interface SwitchControlProps {
  readonly name: string;
  readonly spec: SwitchParam;
}

/** A switch, with its explanation written out: whoever flips it should know what to watch. */
export function SwitchControl({ name, spec }: SwitchControlProps) {
  const session = useController();
  const id = useId();
  const locked = useLocked();
  const checked = useRun(({ wanted }) => wanted.params[name] as boolean);
  return (
    <div className={classes.control}>
      <div className={classes.row}>
        <ParamLabel name={name} spec={spec} htmlFor={id} withHelp={false} />
        <Switch
          id={id}
          size="xs"
          disabled={locked}
          checked={checked}
          aria-describedby={`${id}-help`}
          onChange={(event) => session.setParams({ [name]: event.currentTarget.checked })}
        />
      </div>
      <p id={`${id}-help`} className={classes.note}>
        <LateHelp name={name} />
      </p>
    </div>
  );
}
