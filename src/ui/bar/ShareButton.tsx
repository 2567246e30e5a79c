import { IconCheck, IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { useController, usePageView } from '../playground.ts';
import { linkTo } from '../state/link.ts';
import classes from './bar.module.css';

const SHOWN_MS = 2500;

/** Copies the link to the page as it is set. */
export function ShareButton() {
  const texts = useTexts();
  const { page } = useController();
  const view = usePageView();
  const [outcome, setOutcome] = useState<'share' | 'shared' | 'notShared'>('share');

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(linkTo(window, page, view.now()));
      setOutcome('shared');
    } catch {
      // Not allowed, or not a secure page; the address bar has the same link.
      setOutcome('notShared');
    }
    setTimeout(() => setOutcome('share'), SHOWN_MS);
  };
  return (
    <button type="button" className={classes.item} onClick={() => void copy()}>
      {outcome === 'shared' ? <IconCheck size={16} aria-hidden /> : <IconLink size={16} aria-hidden />}{' '}
      {texts.page[outcome]}
    </button>
  );
}
