import { IconAdjustmentsHorizontal, IconBook2, IconChartLine, IconPhoto } from '@tabler/icons-react';
import { useTexts } from '../../i18n/index.ts';
import { PANES, showPane, useLayout } from '../layout.ts';
import classes from './PaneTabs.module.css';

const ICONS = {
  picture: IconPhoto,
  dock: IconChartLine,
  lesson: IconBook2,
  settings: IconAdjustmentsHorizontal,
} as const;

/** On a phone: which part of the page is seen. Elsewhere all are. */
export function PaneTabs() {
  const texts = useTexts();
  const open = useLayout(({ pane }) => pane);
  return (
    <nav aria-label={texts.panes.label} className={classes.tabs}>
      {PANES.map((pane) => {
        const Icon = ICONS[pane];
        return (
          <button key={pane} type="button" aria-pressed={pane === open} onClick={() => showPane(pane)}>
            <Icon size={19} stroke={1.7} aria-hidden />
            {texts.panes.pane[pane]}
          </button>
        );
      })}
    </nav>
  );
}
