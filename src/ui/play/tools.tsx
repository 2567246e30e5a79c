/** What every drawing has beside it. */
import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp, IconEraser, IconTrash } from '@tabler/icons-react';
import { useTexts } from '../../i18n/index.ts';

export function EraseTool({ erases, onChange }: { readonly erases: boolean; onChange(erases: boolean): void }) {
  const texts = useTexts('play').g;
  return (
    <ActionIcon
      variant={erases ? 'filled' : 'default'}
      size={32}
      aria-label={texts.erase}
      title={texts.erase}
      aria-pressed={erases}
      onClick={() => onChange(!erases)}
    >
      <IconEraser size={17} aria-hidden />
    </ActionIcon>
  );
}

export function UndoTool({ disabled, undo }: { readonly disabled: boolean; undo(): void }) {
  const texts = useTexts('play').g;
  return (
    <ActionIcon
      variant="default"
      size={32}
      aria-label={texts.undo}
      title={texts.undoKey}
      disabled={disabled}
      onClick={undo}
    >
      <IconArrowBackUp size={17} aria-hidden />
    </ActionIcon>
  );
}

export function ClearTool({ clear }: { clear(): void }) {
  const texts = useTexts('play').g;
  return (
    <ActionIcon variant="default" size={32} aria-label={texts.clear} title={texts.clear} onClick={clear}>
      <IconTrash size={17} aria-hidden />
    </ActionIcon>
  );
}
