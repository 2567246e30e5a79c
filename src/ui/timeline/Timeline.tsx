import { ActionIcon, Button } from '@mantine/core';
import { IconPlayerPlayFilled, IconPlayerStopFilled, IconPlayerTrackNextFilled } from '@tabler/icons-react';
import { useTexts } from '../../i18n/index.ts';
import { useController, useLooked } from '../playground.ts';
import { Track } from './Track.tsx';
import classes from './timeline.module.css';
import { usePlay } from './usePlay.ts';

/** How the runs on the screen came to what is seen of them; there one can look back while the training goes on. */
export function Timeline() {
  const texts = useTexts('timeline');
  const { goLive } = useController();
  const isLive = useLooked() === null;
  const { playing, still, press, stop } = usePlay();
  const Icon = playing ? IconPlayerStopFilled : still ? IconPlayerTrackNextFilled : IconPlayerPlayFilled;
  return (
    <section className={classes.timeline} aria-label={texts.label}>
      <ActionIcon
        className={classes.play ?? ''}
        variant="default"
        aria-label={playing ? texts.stop : still ? texts.next : texts.play}
        title={playing ? texts.stop : still ? texts.next : texts.playHint}
        onClick={press}
      >
        <Icon size={14} aria-hidden />
      </ActionIcon>
      <Track onPlay={press} onTake={stop} />
      <Button
        className={classes.live ?? ''}
        variant={isLive ? 'default' : 'filled'}
        aria-pressed={isLive}
        title={texts.liveHint}
        onClick={() => {
          stop();
          goLive();
        }}
      >
        {texts.live}
      </Button>
    </section>
  );
}
