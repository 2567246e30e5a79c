/** Keys for what is done most: one list, from which the page acts and the sheet under `?` is written. */
import { toggleSheet } from './components/sheets.ts';
import { cardNear, toggleFull } from './show/full.ts';
import { canLeavePresentation, leavePresentation, togglePresentation } from './show/present.ts';
import type { Controller } from './state/controller.ts';
import { stateOf } from './state/member.ts';

export interface Shortcut {
  /** As `KeyboardEvent.key` has it, in lower case. */
  readonly key: string;
  /** Its name in `texts.keys.act`. */
  readonly act: ShortcutName;
  /** When it means this; always, unless told. */
  when?(): boolean;
  /** What keeps the key to itself while it has the focus. */
  readonly takenBy?: string;
  run(controller: Controller): void;
}

export type ShortcutName =
  | 'toggle'
  | 'step'
  | 'stepD'
  | 'stepG'
  | 'reset'
  | 'undo'
  | 'nextClass'
  | 'lastClass'
  | 'allClasses'
  | 'save'
  | 'present'
  | 'full'
  | 'leave'
  | 'help';

/** The next class, or the one before, of all that have classes; beyond the ends there are all of them. */
function turnClass({ page, view }: Controller, by: 1 | -1): void {
  for (const member of page.getState().members) {
    const { info, classes } = stateOf(member);
    const count = info?.classes ?? 0;
    if (count === 0) continue;
    const place = (classes === 'all' ? count : classes) + by;
    const next = (place + count + 1) % (count + 1);
    view(member, next === count ? 'all' : next);
  }
}

function allClasses({ page, view }: Controller): void {
  for (const member of page.getState().members) if ((stateOf(member).info?.classes ?? 0) > 0) view(member, 'all');
}

/** Where letters are letters. */
const TYPING = 'input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable]';

export const SHORTCUTS: readonly Shortcut[] = [
  { key: ' ', act: 'toggle', run: ({ toggle }) => toggle() },
  { key: 's', act: 'step', run: ({ step }) => step('both') },
  { key: 'd', act: 'stepD', run: ({ step }) => step('D') },
  { key: 'g', act: 'stepG', run: ({ step }) => step('G') },
  { key: 'r', act: 'reset', run: ({ reset }) => reset() },
  { key: 'u', act: 'undo', run: ({ undo }) => undo() },
  { key: 'arrowright', act: 'nextClass', run: (controller) => turnClass(controller, 1) },
  { key: 'arrowleft', act: 'lastClass', run: (controller) => turnClass(controller, -1) },
  { key: 'a', act: 'allClasses', run: allClasses },
  { key: 'e', act: 'save', run: () => toggleSheet('exports') },
  { key: 'p', act: 'present', run: togglePresentation },
  { key: 'f', act: 'full', takenBy: TYPING, run: () => toggleFull(cardNear()) },
  { key: 'escape', act: 'leave', when: canLeavePresentation, takenBy: TYPING, run: leavePresentation },
  { key: '?', act: 'help', run: () => toggleSheet('keys') },
];

/** Elements that do something of their own with keys, or hide the page. */
const TAKES_KEYS =
  'input, select, textarea, button, a, summary, dialog, [role=slider], [role=tab], [role=listbox], [role=application], [contenteditable]';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>;

/** What a key does; nothing with a modifier, which belongs to the browser, or while it is held down. */
export function shortcutOf({ key, ctrlKey, metaKey, altKey, repeat }: Pressed): Shortcut | undefined {
  if (ctrlKey || metaKey || altKey || repeat) return undefined;
  return SHORTCUTS.find((shortcut) => shortcut.key === key.toLowerCase() && (shortcut.when?.() ?? true));
}

/** Elements that do something of their own with letters and arrows. */
const TAKES_LETTERS =
  'input, select, textarea, dialog, [role=slider], [role=tab], [role=listbox], [role=radio], [contenteditable]';

const isWithin = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/** Whether something that has the focus wants letters and arrows for itself. */
export const takesLetters = (target: EventTarget | null): boolean => isWithin(target, TAKES_LETTERS);

/** Whether something that has the focus wants the key for itself. */
export const isTaken = (target: EventTarget | null, { key, takenBy }: Shortcut): boolean =>
  isWithin(target, takenBy ?? (key === ' ' ? TAKES_KEYS : TAKES_LETTERS));
