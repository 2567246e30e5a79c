import { type ReactNode, useId, useRef, useState } from 'react';
import classes from './bubble.module.css';

interface BubbleProps {
  /** The button's accessible name. */
  readonly label: string;
  readonly title?: string;
  /** What the button shows. */
  readonly face: ReactNode;
  readonly className?: string | undefined;
  /** Which edge of the button it is in line with. */
  readonly align?: 'start' | 'end';
  /** What opens: made when it does, and forgotten when it closes. */
  children(close: () => void): ReactNode;
}

const GAP = 6;

/** A button and what it opens below itself: the browser's own popover, which a click elsewhere or Escape closes. */
export function Bubble({ label, title, face, className, align = 'start', children }: BubbleProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const bubble = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  const place = (): void => {
    if (!button.current || !bubble.current) return;
    const { left, right, bottom } = button.current.getBoundingClientRect();
    const { style } = bubble.current;
    style.setProperty('--top', `${bottom + GAP}px`);
    style.setProperty('--left', align === 'start' ? `${left}px` : 'auto');
    style.setProperty('--right', align === 'end' ? `${document.documentElement.clientWidth - right}px` : 'auto');
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={title}
        popoverTarget={id}
        aria-expanded={open}
      >
        {face}
      </button>
      <div
        ref={bubble}
        id={id}
        popover="auto"
        className={classes.bubble}
        onBeforeToggle={place}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && children(() => bubble.current?.hidePopover())}
      </div>
    </>
  );
}
