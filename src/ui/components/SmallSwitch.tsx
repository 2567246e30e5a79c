import { Switch } from '@mantine/core';

interface SmallSwitchProps {
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  onChange(checked: boolean): void;
}

/** A switch within a line of text, behind its name. */
export const SmallSwitch = ({ label, hint, checked, onChange }: SmallSwitchProps) => (
  <Switch
    size="xs"
    labelPosition="left"
    label={label}
    title={hint}
    checked={checked}
    onChange={(event) => onChange(event.currentTarget.checked)}
  />
);
