import { Button } from '@mantine/core';
import type { ParamValue } from '../../core/params.ts';
import { useTexts, valueText } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import { formatExact } from '../format.ts';
import { useController, useMember, useRun } from '../playground.ts';
import { differencesOf } from '../state/differences.ts';
import classes from './settings.module.css';

/** What has become of a change, at its control: it waits for a new run, or was refused. */
export function ParamStatus({ name }: { readonly name: string }) {
  const refused = useRun((state) => (state.refused?.name === name ? state.refused : null));
  const waits = useRun(({ opened, wanted }) => differencesOf(opened, wanted).waiting.includes(name));
  if (refused) return <Refused name={name} value={refused.value} why={sentenceOf(refused.why)} />;
  return waits ? <Waiting name={name} /> : null;
}

function Refused({ name, value, why }: { readonly name: string; readonly value: ParamValue; readonly why: string }) {
  const texts = useTexts();
  return (
    <p className={classes.refusal} role="alert">
      {texts.settings.refused({ value: valueText(texts, name, value, formatExact), why })}
    </p>
  );
}

function Waiting({ name }: { readonly name: string }) {
  const texts = useTexts();
  const controller = useController();
  const member = useMember();
  const wanted = useRun((state) => state.wanted.params[name]);
  const opened = useRun((state) => state.opened.params[name]);
  if (wanted === undefined || opened === undefined) return null;
  return (
    <div className={classes.waiting}>
      <Button size="compact-xs" onClick={controller.startOver}>
        {texts.restart.with({ value: valueText(texts, name, wanted, formatExact) })}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => controller.setParams({ [name]: opened }, [member])}>
        {texts.restart.keep({ value: valueText(texts, name, opened, formatExact) })}
      </Button>
    </div>
  );
}
