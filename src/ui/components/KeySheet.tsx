import { CloseButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { useController } from '../playground.ts';
import { isTaken, SHORTCUTS, shortcutOf } from '../shortcuts.ts';
import classes from './KeySheet.module.css';

/** Acts on keys, and shows what they do under `?`: in the browser's own popover, which Escape closes. */
export function KeySheet() {
  const texts = useTexts();
  const controller = useController();
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const shortcut = shortcutOf(event);
      if (!shortcut || isTaken(event.target, shortcut)) return;
      event.preventDefault();
      if (shortcut.act === 'help') sheet.current?.togglePopover();
      else shortcut.run(controller);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [controller]);
  return (
    <div ref={sheet} id="keys" popover="auto" role="dialog" aria-label={texts.keys.title} className={classes.sheet}>
      <header className={classes.head}>
        <h2>{texts.keys.title}</h2>
        <CloseButton size="sm" aria-label={texts.keys.close} onClick={() => sheet.current?.hidePopover()} />
      </header>
      <dl className={classes.keys}>
        {SHORTCUTS.map(({ key, act }) => (
          <div key={key}>
            <dt>
              <kbd>{texts.keys.name[key as keyof typeof texts.keys.name] ?? key.toUpperCase()}</kbd>
            </dt>
            <dd>{texts.keys.act[act]}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
