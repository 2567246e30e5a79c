import { ActionIcon } from '@mantine/core';
import { IconCheck, IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlayground } from '../playground.ts';
import { linkTo } from '../state/link.ts';

const SHOWN_MS = 2500;

/** Copies the link to the page as it is set. */
export function ShareButton() {
  const { t } = useTranslation();
  const { store } = usePlayground();
  const [outcome, setOutcome] = useState<'page.share' | 'page.shared' | 'page.notShared'>('page.share');

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(linkTo(window, store));
      setOutcome('page.shared');
    } catch {
      // Not allowed, or not a secure page; the address bar has the same link.
      setOutcome('page.notShared');
    }
    setTimeout(() => setOutcome('page.share'), SHOWN_MS);
  };
  return (
    <ActionIcon variant="default" size={30} aria-label={t(outcome)} title={t(outcome)} onClick={() => void copy()}>
      {outcome === 'page.shared' ? <IconCheck size={16} aria-hidden /> : <IconLink size={16} aria-hidden />}
    </ActionIcon>
  );
}
