import { IconMaximize, IconMinimize } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTexts } from '../../i18n/index.ts';
import classes from './FullButton.module.css';
import { cardOf, toggleFull, useFull } from './full.ts';

interface FullButtonProps {
  /** The card's name. */
  readonly of: string;
}

/** In a card's head, seen while the card is pointed at or has the focus: shows the card alone, and leads back. */
export function FullButton({ of }: FullButtonProps) {
  const texts = useTexts();
  const button = useRef<HTMLButtonElement>(null);
  const open = useFull(({ card }) => card?.contains(button.current) ?? false);
  const label = open ? texts.show.leaveFull : texts.show.full({ card: of });
  const Icon = open ? IconMinimize : IconMaximize;
  return (
    <button
      ref={button}
      type="button"
      className={classes.button}
      aria-label={label}
      title={label}
      onClick={() => toggleFull(cardOf(button.current))}
    >
      <Icon size={15} aria-hidden />
    </button>
  );
}
