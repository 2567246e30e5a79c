import { Button } from '@mantine/core';
import { useRef } from 'react';
import type { BroughtFile } from '../../core/dataSet.ts';
import { chosenFiles } from '../state/dropped.ts';

interface FileButtonProps {
  readonly label: string;
  /** Asks for a folder with everything in it, instead of files. */
  readonly folder?: boolean;
  readonly single?: boolean;
  onChoose(files: readonly BroughtFile[]): void;
}

export function FileButton({ label, folder, single, onChoose }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="xs" {...((folder || single) && { variant: 'default' })} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={!single}
        aria-label={label}
        {...(folder && { webkitdirectory: '' })}
        onChange={({ currentTarget }) => {
          if (currentTarget.files?.length) onChoose(chosenFiles(currentTarget.files));
          // So that the same files can be chosen once more.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
