import { ActionIcon } from '@mantine/core';
import { IconLayoutColumns } from '@tabler/icons-react';
import { findDataSet } from '../../data/sets/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { useComparison, usePage } from '../playground.ts';
import classes from './Header.module.css';

/** The comparison of the papers: where one can see D itself. */
const SYSTEMS = ['gan', 'wgan-gp', 'dragan'];
const DATA = 'swiss-roll';

/** Into the comparison, and out of it again. */
export function CompareButton() {
  const texts = useTexts();
  const comparison = useComparison();
  const comparing = usePage(({ settings }) => settings.compare.length > 0);
  const data = usePage(({ settings }) => settings.data);
  const name = comparing ? texts.compare.leave : texts.compare.open;
  const enter = (): void => comparison.compare(SYSTEMS, findDataSet(data)?.kind === 'points' ? data : DATA);
  return (
    <ActionIcon
      variant="default"
      {...(comparing && { 'data-on': true })}
      className={classes.compare ?? ''}
      size={30}
      aria-label={name}
      title={comparing ? name : texts.compare.openHint}
      onClick={comparing ? () => comparison.compare([]) : enter}
    >
      <IconLayoutColumns size={16} aria-hidden />
    </ActionIcon>
  );
}
