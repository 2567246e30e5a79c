import { Button } from '@mantine/core';
import { IconReload } from '@tabler/icons-react';
import { formatsNow, paramTexts, type Texts, useTexts } from '../../i18n/index.ts';
import { useController, useRun } from '../playground.ts';
import { differencesOf } from '../state/differences.ts';
import { Notice } from './Notice.tsx';

/** What a setting is called that is not a parameter. */
const ownNames = ({ settings }: Texts): Readonly<Record<string, string>> => ({
  generator: settings.networks,
  discriminator: settings.networks,
});

const nameOf = (texts: Texts, setting: string): string => ownNames(texts)[setting] ?? paramTexts(texts, setting).label;

/** Shown while changes wait for a new run: a training is never left without being asked for. */
export function WaitingNotice() {
  const texts = useTexts();
  const controller = useController();
  const names = useRun(({ opened, wanted }) =>
    formatsNow().list([...new Set(differencesOf(opened, wanted).waiting.map((setting) => nameOf(texts, setting)))]),
  );
  if (!names) return null;
  return (
    <Notice
      tone="warn"
      icon={<IconReload size={17} aria-hidden />}
      actions={
        <>
          <Button size="compact-xs" onClick={controller.startOver}>
            {texts.restart.now}
          </Button>
          <Button size="compact-xs" variant="default" onClick={controller.keep}>
            {texts.restart.keepAll}
          </Button>
        </>
      }
    >
      {texts.restart.waiting({ names })}
    </Notice>
  );
}
