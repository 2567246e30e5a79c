import { CloseButton } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import classes from './Sheet.module.css';
import type { SheetId } from './sheets.ts';

interface SheetProps {
  readonly id: SheetId;
  readonly title: string;
  /** With room for two columns. */
  readonly wide?: boolean;
  /** Made when it opens, and forgotten when it closes. */
  children(close: () => void): ReactNode;
}

/** What opens in the middle of the page, over it: Escape, a click elsewhere or its cross closes it. */
export function Sheet({ id, title, wide = false, children }: SheetProps) {
  const texts = useTexts();
  const sheet = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = (): void => sheet.current?.hidePopover();
  return (
    <div
      ref={sheet}
      id={id}
      popover="auto"
      role="dialog"
      aria-label={title}
      className={classes.sheet}
      data-wide={wide || undefined}
      onToggle={(event) => setOpen(event.newState === 'open')}
    >
      <header className={classes.head}>
        <h2>{title}</h2>
        <CloseButton size="sm" aria-label={texts.menu.close} onClick={close} />
      </header>
      {open && children(close)}
    </div>
  );
}
