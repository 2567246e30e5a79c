import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { useController, useRun } from '../playground.ts';
import { parseSeed } from '../state/hash.ts';

/** The number from which all chance comes. */
export function SeedInput() {
  const texts = useTexts();
  const session = useController();
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
    <TextInput
      size="xs"
      label={texts.transport.seed}
      inputMode="numeric"
      autoComplete="off"
      value={text}
      error={bad}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
