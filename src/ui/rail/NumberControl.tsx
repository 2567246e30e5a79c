import { Slider, TextInput } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import { type IntegerParam, type NumberParam, parseParam } from '../../core/params.ts';
import { paramTexts, useTexts } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import { formatExact } from '../format.ts';
import { useController, useRun } from '../playground.ts';
import { useLocked } from '../show/rights.ts';
import { ParamLabel } from './ParamLabel.tsx';
import { nextValue, POSITIONS, positionOf } from './scale.ts';
import classes from './settings.module.css';

interface NumberControlProps {
  readonly name: string;
  readonly spec: NumberParam | IntegerParam;
}

/** A slider for the hand and a field for the exact value. */
export function NumberControl({ name, spec }: NumberControlProps) {
  const texts = useTexts();
  const session = useController();
  const id = useId();
  const locked = useLocked();
  const value = useRun(({ wanted }) => wanted.params[name] as number);
  const label = paramTexts(texts, name).label;
  // While a slider is dragged its value is shown at once; what takes a restart is applied when it is let go.
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = dragged ?? value;

  const apply = (next: number): void => {
    setDragged(null);
    if (next !== value) session.setParams({ [name]: next });
  };
  // Called twice for each arrow key, for the change and for its end, so it starts from what is applied.
  const valueFor = (position: number): number => nextValue(spec, value, position);
  const onSlide = (position: number): void => {
    if (spec.applies === 'live') apply(valueFor(position));
    else setDragged(valueFor(position));
  };

  return (
    <div className={classes.control}>
      <div className={classes.row}>
        <ParamLabel name={name} spec={spec} htmlFor={id} />
        <ExactField
          id={id}
          name={name}
          spec={spec}
          value={shown}
          label={texts.settings.exact({ label })}
          onCommit={apply}
        />
      </div>
      <Slider
        disabled={locked}
        size={3}
        thumbSize={14}
        min={0}
        max={POSITIONS}
        value={positionOf(spec, shown)}
        label={null}
        thumbLabel={label}
        thumbValueText={formatExact(shown)}
        onChange={onSlide}
        onChangeEnd={(position) => apply(valueFor(position))}
        className={classes.slider ?? ''}
      />
    </div>
  );
}

interface ExactFieldProps extends NumberControlProps {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly onCommit: (value: number) => void;
}

/** Takes over with Enter or when it is left; says what is wrong while it is. */
function ExactField({ id, name, spec, value, label, onCommit }: ExactFieldProps) {
  const locked = useLocked();
  const [text, setText] = useState(() => formatExact(value));
  const [why, setWhy] = useState<string | null>(null);
  const refused = useRun((state) => state.refused);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a value that was refused is not shown any longer
  useEffect(() => {
    setText(formatExact(value));
    setWhy(null);
  }, [value, refused]);

  const commit = (): void => {
    const parsed = parseParam(name, spec, text);
    setWhy(parsed.ok ? null : sentenceOf(parsed.why));
    if (!parsed.ok) return;
    setText(formatExact(parsed.value as number));
    onCommit(parsed.value as number);
  };
  return (
    <TextInput
      id={id}
      size="xs"
      className={classes.exact ?? ''}
      classNames={{ input: classes.exactInput ?? '' }}
      aria-label={label}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      error={why}
      onChange={(event) => setText(event.currentTarget.value)}
      disabled={locked}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
