import { NativeSelect } from '@mantine/core';
import { useTexts } from '../../i18n/index.ts';
import { LOCKABLE, type Lockable } from '../layout.ts';
import classes from './share.module.css';

/** What those who open the link may do with a control. */
export const RIGHTS = ['free', 'locked', 'hidden'] as const;
export type Right = (typeof RIGHTS)[number];
export type Rights = Readonly<Record<Lockable, Right>>;

interface ReadersProps {
  readonly rights: Rights;
  onChange(rights: Rights): void;
}

/** What of the controls goes along with the link, for a class that is to change one thing. */
export function Readers({ rights, onChange }: ReadersProps) {
  const texts = useTexts('share');
  return (
    <fieldset className={classes.readers}>
      <legend>{texts.readers}</legend>
      {LOCKABLE.map((name) => (
        <NativeSelect
          key={name}
          size="xs"
          label={texts.control[name]}
          value={rights[name]}
          data={RIGHTS.map((right) => ({ value: right, label: texts.right[right] }))}
          onChange={({ currentTarget: { value } }) => onChange({ ...rights, [name]: value })}
        />
      ))}
    </fieldset>
  );
}
