import type { Icon } from '@tabler/icons-react';
import lines from '../components/line.module.css';
import type { SheetId } from '../components/sheets.ts';
import classes from './bar.module.css';

interface MenuItemProps {
  readonly icon: Icon;
  readonly text: string;
  readonly hint?: string;
  /** The key that does the same. */
  readonly shortcut?: string;
  /** The sheet that it opens. */
  readonly opens?: SheetId;
  readonly onPress: () => void;
}

/** One line of the menu. */
export const MenuItem = ({ icon: Sign, text, hint, shortcut, opens, onPress }: MenuItemProps) => (
  <button
    type="button"
    className={`${lines.line} ${classes.item}`}
    title={hint}
    popoverTarget={opens}
    onClick={onPress}
  >
    <Sign size={16} aria-hidden /> {text} {shortcut && <kbd>{shortcut}</kbd>}
  </button>
);
