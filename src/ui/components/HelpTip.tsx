import { type ReactNode, useId, useRef } from 'react';
import classes from './HelpTip.module.css';

interface HelpTipProps {
  /** The button's accessible name, where it is not what the button shows. */
  readonly label?: string;
  /** What the button shows. */
  readonly children: ReactNode;
  readonly tip: ReactNode;
  readonly className?: string;
}

const GAP = 6;

/**
 * A button whose explanation opens on hover, focus or tap and closes with Escape. The browser's own
 * popover puts it above everything, so a scrolling panel cannot cut it off.
 */
export function HelpTip({ label, children, tip, className }: HelpTipProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const bubble = useRef<HTMLSpanElement>(null);

  const show = (): void => {
    if (!button.current || !bubble.current || bubble.current.matches(':popover-open')) return;
    bubble.current.showPopover();
    const anchor = button.current.getBoundingClientRect();
    const { width, height } = bubble.current.getBoundingClientRect();
    const left = Math.min(Math.max(anchor.left + anchor.width / 2 - width / 2, GAP), window.innerWidth - width - GAP);
    const below = anchor.bottom + GAP;
    const top = below + height > window.innerHeight ? Math.max(GAP, anchor.top - GAP - height) : below;
    bubble.current.style.left = `${left}px`;
    bubble.current.style.top = `${top}px`;
  };
  const hide = (): void => {
    if (bubble.current?.matches(':popover-open')) bubble.current.hidePopover();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className={className ?? classes.mark}
        aria-label={label}
        aria-describedby={id}
        onClick={show}
        onFocus={show}
        onBlur={hide}
        onPointerEnter={show}
        onPointerLeave={hide}
        onKeyDown={(event) => event.key === 'Escape' && hide()}
      >
        {children}
      </button>
      <span ref={bubble} id={id} role="tooltip" popover="manual" className={classes.bubble}>
        {tip}
      </span>
    </>
  );
}
