import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useTexts } from '../../i18n/index.ts';
import classes from './bar.module.css';

/** Light or dark: the system's choice until the person makes one, which is then remembered. */
export function SchemeToggle() {
  const texts = useTexts();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  return (
    <button type="button" className={classes.item} onClick={() => setColorScheme(dark ? 'light' : 'dark')}>
      {dark ? <IconSun size={16} aria-hidden /> : <IconMoon size={16} aria-hidden />}{' '}
      {dark ? texts.page.toLight : texts.page.toDark}
    </button>
  );
}
