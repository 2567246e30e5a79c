import { Button } from '@mantine/core';
import { IconPlayerPauseFilled, IconPlayerPlayFilled, IconRotate } from '@tabler/icons-react';
import { useTexts } from '../../i18n/index.ts';
import { useController, useGroup, usePage } from '../playground.ts';
import { isTraining } from '../state/phase.ts';
import { RunProgress } from './RunProgress.tsx';
import { SeedInput } from './SeedInput.tsx';
import classes from './TransportBar.module.css';

/** Train, pause, step, reset; and where the run is. */
export function TransportBar() {
  const texts = useTexts();
  const session = useController();
  const active = useGroup(({ phase }) => isTraining(phase) || (phase.kind === 'opening' && phase.train));
  const failed = useGroup(({ phase }) => phase.kind === 'failed');
  const lost = usePage((state) => state.lost !== null);
  // A step in flight keeps the buttons as they are: they would only flicker.
  const canStep = useGroup(({ phase }) => phase.kind === 'paused' || phase.kind === 'stepping');
  return (
    <div className={classes.bar} role="toolbar" aria-label={texts.transport.label}>
      <div className={classes.buttons}>
        <Button
          className={classes.train ?? ''}
          size="xs"
          disabled={failed || lost}
          title={texts.transport.trainHint}
          leftSection={
            active ? <IconPlayerPauseFilled size={15} aria-hidden /> : <IconPlayerPlayFilled size={15} aria-hidden />
          }
          onClick={session.toggle}
        >
          {active ? texts.transport.pause : texts.transport.train}
        </Button>
        <div className={classes.steps}>
          <button
            type="button"
            disabled={!canStep || lost}
            title={texts.transport.stepBothHint}
            onClick={() => session.step('both')}
          >
            {texts.transport.stepBoth}
          </button>
          <button
            type="button"
            data-network="D"
            disabled={!canStep || lost}
            title={texts.transport.stepDHint}
            onClick={() => session.step('D')}
          >
            {texts.transport.stepD}
          </button>
          <button
            type="button"
            data-network="G"
            disabled={!canStep || lost}
            title={texts.transport.stepGHint}
            onClick={() => session.step('G')}
          >
            {texts.transport.stepG}
          </button>
        </div>
        <Button
          size="xs"
          variant="default"
          title={texts.transport.resetHint}
          leftSection={<IconRotate size={15} aria-hidden />}
          onClick={session.reset}
        >
          {texts.transport.reset}
        </Button>
      </div>
      <SeedInput />
      <RunProgress />
    </div>
  );
}
