import { Tabs } from '@mantine/core';
import { imported } from '../../core/imported.ts';
import { useTexts } from '../../i18n/index.ts';
import { late } from '../components/late.tsx';
import { DOCK_TABS, type DockTab, useLayout } from '../layout.ts';
import classes from './dock.module.css';

// Everything else works before they have arrived.
const Curves = late(
  'charts',
  imported(
    () => import('../charts/index.ts'),
    (module) => module.Curves,
  ),
);
const QualityView = late(
  'quality',
  imported(
    () => import('../quality/QualityView.tsx'),
    (module) => module.QualityView,
  ),
);
const Understand = late(
  'understand',
  imported(
    () => import('../understand/Understand.tsx'),
    (module) => module.Understand,
  ),
);
const Inside = late(
  'inside',
  imported(
    () => import('../inside/Inside.tsx'),
    (module) => module.Inside,
  ),
);

const VIEWS = { curves: Curves, quality: QualityView, understand: Understand, inside: Inside } as const;

/** Beside the picture: how it goes, how good it is, what it means, and what is inside. */
export function Dock() {
  const texts = useTexts();
  const open = useLayout(({ dock }) => dock);
  return (
    <Tabs
      value={open}
      onChange={(dock) => useLayout.setState({ dock: dock as DockTab })}
      keepMounted={false}
      className={classes.dock ?? ''}
    >
      <Tabs.List aria-label={texts.dock.label}>
        {DOCK_TABS.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {texts.dock.tab[tab]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {DOCK_TABS.map((tab) => {
        const View = VIEWS[tab];
        return (
          <Tabs.Panel key={tab} value={tab} className={classes.view ?? ''}>
            <View />
          </Tabs.Panel>
        );
      })}
    </Tabs>
  );
}
