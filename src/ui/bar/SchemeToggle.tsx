import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useTexts } from '../../i18n/index.ts';
import { MenuItem } from './MenuItem.tsx';

/** Light or dark: the system's choice until the person makes one, which is then remembered. */
export function SchemeToggle() {
  const texts = useTexts();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  return (
    <MenuItem
      icon={dark ? IconSun : IconMoon}
      text={dark ? texts.page.toLight : texts.page.toDark}
      onPress={() => setColorScheme(dark ? 'light' : 'dark')}
    />
  );
}
