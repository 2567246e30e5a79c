import { ActionIcon } from '@mantine/core';
import { IconStack3 } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { usePage } from '../playground.ts';
import classes from './Header.module.css';
import { late } from './late.tsx';

const RunsPanel = late('runs', async () => (await import('../runs/RunsPanel.tsx')).RunsPanel);

/** Opens the list of runs that were put aside: the browser's own popover, which hides nothing for long. */
export function RunsButton() {
  const texts = useTexts();
  const id = useId();
  const bubble = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(false);
  const count = usePage(({ aside }) => aside.length);
  return (
    <>
      <ActionIcon
        size={30}
        variant="default"
        className={classes.runs ?? ''}
        aria-label={texts.aside.runs({ count })}
        title={texts.aside.runsHint}
        popoverTarget={id}
        onClick={() => setWanted(true)}
      >
        <IconStack3 size={16} aria-hidden />
        <span>{count}</span>
      </ActionIcon>
      <div ref={bubble} id={id} popover="auto" className={classes.runsBubble}>
        {wanted && <RunsPanel onDone={() => bubble.current?.hidePopover()} />}
      </div>
    </>
  );
}
