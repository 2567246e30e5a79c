import { ActionIcon, Button } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconLayoutSidebarLeftCollapse } from '@tabler/icons-react';
import { useTexts } from '../../i18n/index.ts';
import { useLayout } from '../layout.ts';
import { useController } from '../playground.ts';
import classes from './rail.module.css';
import { Settings } from './Settings.tsx';

const show = (rail: boolean): void => useLayout.setState({ rail });

/** What can be set, or, out of the way, a narrow column that opens it. */
export function Rail() {
  const texts = useTexts();
  const { resetParams } = useController();
  const open = useLayout(({ rail }) => rail);
  return (
    <section className={classes.rail} aria-labelledby="settings-title" data-open={open}>
      <header className={classes.head}>
        <h2 id="settings-title">{texts.settings.title}</h2>
        <Button variant="subtle" size="compact-xs" onClick={resetParams}>
          {texts.settings.defaults}
        </Button>
        <ActionIcon
          variant="subtle"
          size={28}
          className={classes.collapse ?? ''}
          aria-label={texts.settings.hide}
          title={texts.settings.hide}
          onClick={() => show(false)}
        >
          <IconLayoutSidebarLeftCollapse size={17} aria-hidden />
        </ActionIcon>
      </header>
      <div className={classes.body}>
        <Settings />
      </div>
      <button type="button" className={classes.opener} title={texts.settings.show} onClick={() => show(true)}>
        <IconAdjustmentsHorizontal size={18} aria-hidden />
        <span>{texts.settings.title}</span>
      </button>
    </section>
  );
}
