import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import classes from './share.module.css';

interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
  readonly copy: string;
}

const SHOWN_MS = 2500;

/** A text to be taken along: by the button, or by hand where that is not allowed. */
export function CopyField({ label, value, copy }: CopyFieldProps) {
  const texts = useTexts('share');
  const id = useId();
  const [said, setSaid] = useState<'copied' | 'notCopied' | null>(null);
  const take = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setSaid('copied');
    } catch {
      // Not allowed, or no secure page.
      const field = document.getElementById(id);
      if (field instanceof HTMLTextAreaElement) field.select();
      setSaid('notCopied');
    }
    setTimeout(() => setSaid(null), SHOWN_MS);
  };
  return (
    <div className={classes.copy}>
      <label htmlFor={id}>{label}</label>
      <textarea id={id} readOnly rows={2} value={value} onFocus={(event) => event.currentTarget.select()} />
      <Button
        size="xs"
        variant="default"
        leftSection={said === 'copied' ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
        onClick={() => void take()}
      >
        {said === 'copied' ? texts.copied : copy}
      </Button>
      <span role="status" className={classes.said}>
        {said === 'notCopied' && texts.notCopied}
      </span>
    </div>
  );
}
