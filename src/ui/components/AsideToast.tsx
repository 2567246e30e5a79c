import { Button, CloseButton } from '@mantine/core';
import { useEffect } from 'react';
import { formatsNow, useTexts } from '../../i18n/index.ts';
import { useController, usePage } from '../playground.ts';
import { recipeOf } from '../state/settings.ts';
import classes from './AsideToast.module.css';

const SHOWN_MS = 10_000;

/** Says what has become of the runs that were on the screen, with a way back. It goes by itself. */
export function AsideToast() {
  const texts = useTexts();
  const controller = useController();
  const toast = usePage((state) => state.toast);
  const { dismissToast } = controller;
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(dismissToast, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, dismissToast]);

  const recipes = formatsNow().list(toast?.recipes.map((id) => recipeOf(id).name) ?? []);
  return (
    <section className={classes.place} aria-label={texts.aside.label} aria-live="polite">
      {toast && (
        <div className={classes.toast}>
          <span>
            {(toast.kind === 'aside' ? texts.aside.put : texts.aside.forgotten)({ recipes, step: toast.step })}
          </span>
          {toast.kind === 'aside' && (
            <Button size="compact-xs" variant="default" onClick={controller.undo}>
              {texts.aside.undo}
            </Button>
          )}
          <CloseButton size="sm" aria-label={texts.aside.dismiss} onClick={dismissToast} />
        </div>
      )}
    </section>
  );
}
