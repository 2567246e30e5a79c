import { Tabs } from '@mantine/core';
import { useTexts } from '../../i18n/index.ts';
import { DOCK_TABS, type DockTab, useLayout } from '../layout.ts';
import classes from './dock.module.css';
import { DOCK_VIEWS } from './views.ts';

/** Beside the picture: how it goes, how good it is, what it means, and what is inside. */
export function Dock() {
  const texts = useTexts();
  const hidden = useLayout((state) => state.hidden);
  const tabs = DOCK_TABS.filter((tab) => !hidden.includes(tab));
  const wanted = useLayout(({ dock }) => dock);
  const open = tabs.includes(wanted) ? wanted : (tabs[0] ?? null);
  return (
    <Tabs
      value={open}
      onChange={(dock) => useLayout.setState({ dock: dock as DockTab })}
      keepMounted={false}
      className={classes.dock ?? ''}
      data-dock=""
    >
      <Tabs.List aria-label={texts.dock.label}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {texts.dock.tab[tab]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((tab) => {
        const View = DOCK_VIEWS[tab];
        return (
          <Tabs.Panel key={tab} value={tab} className={classes.view ?? ''}>
            <View />
          </Tabs.Panel>
        );
      })}
    </Tabs>
  );
}
