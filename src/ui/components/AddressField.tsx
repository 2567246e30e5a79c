import { Button, InputBase } from '@mantine/core';
import { useTexts } from '../../i18n/index.ts';
import classes from './BringDialog.module.css';

interface AddressFieldProps {
  readonly value: string;
  onChange(value: string): void;
  /** @param addresses at least one */
  onFetch(addresses: readonly string[]): void;
}

/** Where addresses of files are typed, one on each line. */
export function AddressField({ value, onChange, onFetch }: AddressFieldProps) {
  const texts = useTexts('bring');
  const addresses = value.split(/\s+/).filter(Boolean);
  return (
    <form
      className={classes.addresses}
      onSubmit={(event) => {
        event.preventDefault();
        onFetch(addresses);
      }}
    >
      <InputBase
        component="textarea"
        multiline
        size="xs"
        rows={2}
        label={texts.address}
        description={texts.addressNeeds}
        classNames={{ description: classes.hint ?? '' }}
        inputWrapperOrder={['label', 'input', 'description']}
        placeholder="https://…/train_32x32.mat"
        spellCheck={false}
        autoCapitalize="off"
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <Button size="xs" variant="default" type="submit" disabled={addresses.length === 0}>
        {texts.fetchIt}
      </Button>
    </form>
  );
}
