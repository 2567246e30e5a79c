import { NativeSelect, Tabs } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { findDataSet } from '../../data/sets/index.ts';
import { recipes } from '../../gan/recipes/index.ts';
import { usePage, useRecipe, useSession } from '../playground.ts';
import { BackendPicker } from './BackendPicker.tsx';
import classes from './Header.module.css';
import { Logo } from './Logo.tsx';
import { SchemeToggle } from './SchemeToggle.tsx';
import { ShareButton } from './ShareButton.tsx';

export function Header() {
  const { t } = useTranslation();
  const session = useSession();
  const recipe = useRecipe();
  const data = usePage((state) => state.settings.data);
  const tabs = useRef<HTMLDivElement>(null);
  // Where the tabs do not all fit they scroll; the chosen one is always to be seen.
  useEffect(() => {
    const chosen = tabs.current?.querySelector(`[id$='-tab-${recipe.id}']`);
    chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [recipe.id]);
  return (
    <header className={classes.header}>
      <h1 className={classes.name}>
        <Logo /> {t('page.name')}
      </h1>
      <Tabs.List ref={tabs} aria-label={t('page.recipes')} className={classes.tabs ?? ''}>
        {recipes.map(({ id, name }) => (
          <Tabs.Tab key={id} value={id} className={classes.tab ?? ''}>
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <div className={classes.tools}>
        <NativeSelect
          size="xs"
          aria-label={t('page.dataSet')}
          value={data}
          data={recipe.data.map((id) => ({ value: id, label: findDataSet(id)?.name ?? id }))}
          onChange={(event) => session.change({ data: event.currentTarget.value })}
        />
        <BackendPicker />
        <ShareButton />
        <SchemeToggle />
      </div>
    </header>
  );
}
