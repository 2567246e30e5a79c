import { TextInput } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { useController, useRun } from '../playground.ts';
import { parseSeed } from '../state/hash.ts';

import classes from './TransportBar.module.css';

/** The number from which all chance comes. */
export function SeedInput() {
  const texts = useTexts();
  const session = useController();
  const id = useId();
  const seed = useRun((state) => state.wanted.seed);
  const [text, setText] = useState(String(seed));
  const [bad, setBad] = useState(false);
  useEffect(() => {
    setText(String(seed));
    setBad(false);
  }, [seed]);

  const commit = (): void => {
    const parsed = parseSeed(text);
    setBad(!parsed.ok);
    if (parsed.ok && parsed.value !== seed) session.setShared({ seed: Number(parsed.value) });
  };
  return (
    <span className={classes.seed}>
      <label htmlFor={id}>{texts.transport.seed}</label>
      <TextInput
        id={id}
        size="xs"
        inputMode="numeric"
        autoComplete="off"
        value={text}
        error={bad}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
    </span>
  );
}
