import { IconBulb } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTexts } from '../../i18n/index.ts';
import { useLayout } from '../layout.ts';
import buttonClasses from '../show/FullButton.module.css';

/** Leads to where it is told why the gradient matters; the tab there has the focus then. */
function explain({ currentTarget }: MouseEvent<HTMLElement>): void {
  const dock = currentTarget.closest('[data-dock]');
  flushSync(() => useLayout.setState({ dock: 'understand', understand: 'gradient' }));
  dock?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
}

/** In the head of the gradient's chart, where there is “Understand” beside it. */
export function WhyButton() {
  const label = useTexts().chart.why;
  const offered = useLayout(
    ({ present, embed, hidden }) => !present && embed.length === 0 && !hidden.includes('understand'),
  );
  if (!offered) return null;
  return (
    <button type="button" className={buttonClasses.button} aria-label={label} title={label} onClick={explain}>
      <IconBulb size={15} aria-hidden />
    </button>
  );
}
