import { Button } from '@mantine/core';
import { IconPlayerPauseFilled, IconPlayerPlayFilled, IconRotate } from '@tabler/icons-react';
import type { StepPart } from '../../core/config.ts';
import { useTexts } from '../../i18n/index.ts';
import { formatWhole } from '../format.ts';
import { useController, useGroup, usePage } from '../playground.ts';
import { isTraining } from '../state/phase.ts';
import classes from './transport.module.css';

/** Train, pause, step, reset; and where the run is. */
export function Transport() {
  const texts = useTexts();
  const session = useController();
  const active = useGroup(({ phase }) => isTraining(phase) || (phase.kind === 'opening' && phase.train));
  const failed = useGroup(({ phase }) => phase.kind === 'failed');
  const lost = usePage((state) => state.lost !== null);
  return (
    <div className={classes.bar} role="toolbar" aria-label={texts.transport.label}>
      <Button
        className={classes.train ?? ''}
        size="xs"
        justify="flex-start"
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
        <StepButton part="both" label={texts.transport.stepBoth} title={texts.transport.stepBothHint} />
        <StepButton part="D" label={texts.transport.stepD} title={texts.transport.stepDHint} />
        <StepButton part="G" label={texts.transport.stepG} title={texts.transport.stepGHint} />
      </div>
      <Button
        className={classes.reset ?? ''}
        size="xs"
        variant="default"
        aria-label={texts.transport.reset}
        title={texts.transport.resetHint}
        leftSection={<IconRotate size={15} aria-hidden />}
        onClick={session.reset}
      >
        {texts.transport.reset}
      </Button>
      <StepCount />
    </div>
  );
}

interface StepButtonProps {
  readonly part: StepPart;
  readonly label: string;
  readonly title: string;
}

/** One update; where the bar is narrow, its letter alone is seen. */
function StepButton({ part, label, title }: StepButtonProps) {
  const { step } = useController();
  const lost = usePage((state) => state.lost !== null);
  // A step in flight keeps the buttons as they are: they would only flicker.
  const canStep = useGroup(({ phase }) => phase.kind === 'paused' || phase.kind === 'stepping');
  const letter = part === 'both' ? undefined : part;
  return (
    <button
      type="button"
      data-network={letter}
      disabled={!canStep || lost}
      aria-label={label}
      title={title}
      onClick={() => step(part)}
    >
      <span className={letter && classes.wide}>{label}</span>
      {letter && <span className={classes.narrow}>{letter}</span>}
    </button>
  );
}

function StepCount() {
  const texts = useTexts();
  const step = useGroup((state) => state.step);
  return (
    <span className={classes.step}>
      {texts.transport.step} <b>{formatWhole(step)}</b>
    </span>
  );
}
