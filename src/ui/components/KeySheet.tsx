import { useEffect } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { useController } from '../playground.ts';
import { isTaken, SHORTCUTS, shortcutOf } from '../shortcuts.ts';
import classes from './KeySheet.module.css';
import { Sheet } from './Sheet.tsx';

/** Acts on keys, and shows what they do under `?`. */
export function KeySheet() {
  const texts = useTexts();
  const controller = useController();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const shortcut = shortcutOf(event);
      if (!shortcut || isTaken(event.target, shortcut)) return;
      event.preventDefault();
      shortcut.run(controller);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [controller]);
  return (
    <Sheet id="keys" title={texts.keys.title}>
      {() => (
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
      )}
    </Sheet>
  );
}
