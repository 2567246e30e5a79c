import { IconReload } from '@tabler/icons-react';
import type { ParamSpec } from '../../core/params.ts';
import { paramTexts, useTexts } from '../../i18n/index.ts';
import { HelpTip } from '../components/HelpTip.tsx';
import { useRun } from '../playground.ts';
import { LateHelp } from './LateHelp.tsx';
import classes from './settings.module.css';

interface ParamLabelProps {
  readonly name: string;
  readonly spec: ParamSpec;
  /** Of the element that is labelled. */
  readonly htmlFor: string;
  /** False where the help is written out beside the control. */
  readonly withHelp?: boolean;
}

/** A parameter's name, its help, and what is to be known about when it acts. */
export function ParamLabel({ name, spec, htmlFor, withHelp = true }: ParamLabelProps) {
  const texts = useTexts();
  const pending = useRun(
    ({ wanted, opened }) => spec.applies === 'restart' && wanted.params[name] !== opened.params[name],
  );
  const label = paramTexts(texts, name).label;
  return (
    <span className={classes.label}>
      <label htmlFor={htmlFor}>{label}</label>
      {spec.applies === 'restart' && (
        <span className={classes.restart} data-pending={pending || undefined} title={texts.restart.mark}>
          <IconReload size={12} stroke={1.8} aria-hidden />
          <span className={pending ? '' : 'visually-hidden'}>
            {pending ? texts.restart.pending : texts.restart.mark}
          </span>
        </span>
      )}
      {withHelp && (
        <HelpTip label={texts.settings.help({ label })} tip={<LateHelp name={name} />}>
          ?
        </HelpTip>
      )}
    </span>
  );
}
