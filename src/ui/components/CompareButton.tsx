import { ActionIcon } from '@mantine/core';
import { IconLayoutColumns } from '@tabler/icons-react';
import { findDataSet } from '../../data/sets/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { useController, usePage, useRun } from '../playground.ts';
import classes from './Header.module.css';

/** The controller of the papers: where one can see D itself. */
const SYSTEMS = ['gan', 'wgan-gp', 'dragan'];
const DATA = 'swiss-roll';

/** Into the controller, and out of it again. */
export function CompareButton() {
  const texts = useTexts();
  const controller = useController();
  const comparing = usePage(({ members }) => members.length > 1);
  const data = useRun(({ wanted }) => wanted.data);
  const name = comparing ? texts.compare.leave : texts.compare.open;
  const enter = (): void => controller.compare(SYSTEMS, findDataSet(data)?.kind === 'points' ? data : DATA);
  return (
    <ActionIcon
      variant="default"
      {...(comparing && { 'data-on': true })}
      className={classes.compare ?? ''}
      size={30}
      aria-label={name}
      title={comparing ? name : texts.compare.openHint}
      onClick={comparing ? () => controller.compare([]) : enter}
    >
      <IconLayoutColumns size={16} aria-hidden />
    </ActionIcon>
  );
}
