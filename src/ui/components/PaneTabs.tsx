import { IconAdjustmentsHorizontal, IconBook2, IconChartLine, IconPhoto } from '@tabler/icons-react';
import { imported } from '../../core/imported.ts';
import { useTexts } from '../../i18n/index.ts';
import { isInLesson, PANES, showPane, useLayout } from '../layout.ts';
import { late } from './late.tsx';
import classes from './PaneTabs.module.css';

const LessonBar = late(
  'lessons',
  imported(
    () => import('../lessons/LessonBar.tsx'),
    (module) => module.LessonBar,
  ),
);

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
  const inLesson = useLayout(isInLesson);
  return (
    <div className={classes.foot}>
      {inLesson && open !== 'lesson' && <LessonBar silent />}
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
    </div>
  );
}
