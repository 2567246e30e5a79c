import { ActionIcon, Button, Tabs } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconBook2, IconLayoutSidebarLeftCollapse } from '@tabler/icons-react';
import { imported } from '../../core/imported.ts';
import { useTexts } from '../../i18n/index.ts';
import { late } from '../components/late.tsx';
import { RAIL_MODES, type RailMode, showMode, useLayout } from '../layout.ts';
import { useController } from '../playground.ts';
import { useRight } from '../show/rights.ts';
import classes from './rail.module.css';
import { Settings } from './Settings.tsx';

const LessonRail = late(
  'lessons',
  imported(
    () => import('../lessons/LessonRail.tsx'),
    (module) => module.LessonRail,
  ),
);

const show = (rail: boolean): void => useLayout.setState({ rail });

/** A lesson or what can be set; or, out of the way, a narrow column that opens it. */
export function Rail() {
  const texts = useTexts();
  const { resetParams } = useController();
  const open = useLayout(({ rail }) => rail);
  const right = useRight('settings');
  const mode = useLayout((state) => state.mode);
  const Icon = mode === 'lesson' ? IconBook2 : IconAdjustmentsHorizontal;
  return (
    <div className={classes.rail} data-open={open}>
      <Tabs
        value={mode}
        onChange={(chosen) => showMode(chosen as RailMode)}
        keepMounted={false}
        className={classes.tabs ?? ''}
      >
        <div className={classes.head}>
          <Tabs.List aria-label={texts.rail.label}>
            {RAIL_MODES.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {texts.rail.mode[one]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {mode === 'settings' && (
            <Button variant="subtle" size="compact-xs" disabled={right !== 'free'} onClick={resetParams}>
              {texts.settings.defaults}
            </Button>
          )}
          <ActionIcon
            variant="subtle"
            size={28}
            className={classes.collapse ?? ''}
            aria-label={texts.rail.hide}
            title={texts.rail.hide}
            onClick={() => show(false)}
          >
            <IconLayoutSidebarLeftCollapse size={17} aria-hidden />
          </ActionIcon>
        </div>
        <Tabs.Panel value="lesson" className={classes.lesson ?? ''}>
          <LessonRail />
        </Tabs.Panel>
        <Tabs.Panel value="settings" className={classes.body ?? ''}>
          <section aria-label={texts.settings.title}>
            <Settings />
          </section>
        </Tabs.Panel>
      </Tabs>
      <button type="button" className={classes.opener} title={texts.settings.show} onClick={() => show(true)}>
        <Icon size={18} aria-hidden />
        <span>{texts.rail.mode[mode]}</span>
      </button>
    </div>
  );
}
