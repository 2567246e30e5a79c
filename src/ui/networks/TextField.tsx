import { TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './networks.module.css';

interface TextFieldProps {
  readonly label: string;
  /** The value as it is. */
  readonly text: string;
  /** Null for what cannot be used. */
  readonly read: (text: string) => unknown;
  /** What it must be. */
  readonly why: string;
  readonly onChange: (value: unknown) => void;
}

/** What is typed acts at once where it can be used; where not, the layer keeps what it had. */
export function TextField({ label, text, read, why, onChange }: TextFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      size="xs"
      label={label}
      classNames={{ root: classes.field, label: classes.label, error: classes.fieldError }}
      value={typed ?? text}
      error={typed !== null && read(typed) === null ? why : null}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        const found = read(value);
        if (found !== null) onChange(found);
      }}
      onBlur={() => typed !== null && read(typed) !== null && setTyped(null)}
    />
  );
}
