import { Tabs } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { recipes } from '../../gan/recipes/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { useRun } from '../playground.ts';
import { BackendPicker } from './BackendPicker.tsx';
import { CompareButton } from './CompareButton.tsx';
import { DataPicker } from './DataPicker.tsx';
import classes from './Header.module.css';
import { Logo } from './Logo.tsx';
import { RunsButton } from './RunsButton.tsx';
import { SchemeToggle } from './SchemeToggle.tsx';
import { ShareButton } from './ShareButton.tsx';

export function Header() {
  const texts = useTexts();
  const recipe = useRun(({ wanted }) => wanted.recipe);
  const tabs = useRef<HTMLDivElement>(null);
  // Where the tabs do not all fit they scroll; the chosen one is always to be seen.
  useEffect(() => {
    const chosen = tabs.current?.querySelector(`[id$='-tab-${recipe}']`);
    chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [recipe]);
  return (
    <header className={classes.header}>
      <SkipLink />
      <h1 className={classes.name}>
        <Logo /> <span className={classes.title}>{texts.page.name}</span>
      </h1>
      <Tabs.List ref={tabs} aria-label={texts.page.recipes} className={classes.tabs ?? ''}>
        {recipes.map(({ id, name }) => (
          <Tabs.Tab key={id} value={id} className={classes.tab ?? ''}>
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <div className={classes.tools}>
        <DataPicker />
        <BackendPicker />
        <RunsButton />
        <CompareButton />
        <ShareButton />
        <SchemeToggle />
      </div>
    </header>
  );
}

/** Past systems and settings, to what there is to see. The address belongs to the settings, so it stays as it is. */
function SkipLink() {
  const texts = useTexts();
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads to a place, as its address says; only the address bar does not follow
    <a
      href="#picture"
      className={classes.skip}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('picture')?.focus();
      }}
    >
      {texts.page.skip}
    </a>
  );
}
