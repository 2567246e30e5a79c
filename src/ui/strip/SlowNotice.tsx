import { Button } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { useController, useMember, useRun } from '../playground.ts';
import { useRight } from '../show/rights.ts';
import { hasWaiting } from '../state/differences.ts';
import { specsOf } from '../state/settings.ts';
import { quickerWidth, SLOW_MS, stepTime } from '../state/stepTime.ts';
import { Notice } from './Notice.tsx';
import classes from './notice.module.css';

/** Says how long a step takes where that is long, and offers networks that are quicker. */
export function SlowNotice() {
  const texts = useTexts('slow');
  const controller = useController();
  const { store } = useMember();
  const run = useRun(({ info }) => info?.run ?? 0);
  const now = useRun(stepTime);
  // The time that was last known: a resumed run has none until its second step.
  const [known, setKnown] = useState({ run, milliseconds: now, dismissed: false });
  if (known.run !== run) setKnown({ run, milliseconds: now, dismissed: false });
  else if (now !== null && now !== known.milliseconds) setKnown({ ...known, milliseconds: now });
  const { milliseconds, dismissed } = known;

  const width = useRun(({ opened }) => opened.params.width);
  const spec = useRun(({ opened }) => specsOf(opened).width);
  // The width says nothing of networks that were made by hand.
  const byHand = useRun(({ opened }) => opened.generator !== '' || opened.discriminator !== '');
  const right = useRight('settings');
  if (milliseconds === null || milliseconds <= SLOW_MS || dismissed) return null;
  const quicker =
    !byHand && typeof width === 'number' && spec?.kind === 'number'
      ? quickerWidth(width, milliseconds, spec.min)
      : null;

  const restart = (to: number): void => {
    controller.setParams({ width: to });
    // A run that was not trained yet has been opened anew by that already.
    if (hasWaiting(store.getState())) controller.startOver();
  };
  return (
    <Notice
      tone="plain"
      label={texts.label}
      icon={<IconHourglass size={16} aria-hidden />}
      actions={
        quicker && (
          <Button
            size="compact-xs"
            variant="default"
            disabled={right !== 'free'}
            className={classes.steady ?? ''}
            onClick={() => restart(quicker.width)}
          >
            {texts.restart({ width: quicker.width })}
          </Button>
        )
      }
      dismiss={{ label: texts.dismiss, onDismiss: () => setKnown({ ...known, dismissed: true }) }}
    >
      <p aria-live="polite">
        {texts.takes({ seconds: milliseconds / 1000 })}
        {quicker && <> {texts.offer({ width: quicker.width, seconds: quicker.milliseconds / 1000 })}</>}
      </p>
    </Notice>
  );
}
