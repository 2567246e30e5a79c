import { Button, Switch } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { memo, useRef, useState } from 'react';
import type { Inspection } from '../../core/inspection.ts';
import { useTexts } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import { useRun } from '../playground.ts';
import { Convinces } from './Convinces.tsx';
import { Histogram } from './Histogram.tsx';
import classes from './inside.module.css';
import { Layers } from './Layers.tsx';
import { standOf } from './stand.ts';
import { useInspection } from './useInspection.ts';
import { useShown } from './useShown.ts';
import { VarietyOf } from './VarietyOf.tsx';

/** What there is to see inside both networks, also while they train. It looks as long as it is on the screen. */
export function Inside() {
  const texts = useTexts('inside');
  const region = useRef<HTMLElement>(null);
  const [follows, setFollows] = useState(true);
  const ready = useRun(({ info, phase }) => info !== null && phase.kind !== 'failed');
  const inspection = useRun((state) => state.inspection);
  const { look, looking, error } = useInspection(useShown(region), follows);
  const stand = useRun((state) => standOf(state, { follows, looking, failed: error !== null }));
  const said = stand === 'error' ? error && sentenceOf(error.problem) : stand && texts.stand[stand];

  return (
    <section ref={region} className={classes.inside} aria-label={texts.title}>
      <header className={classes.head}>
        <span className={classes.step}>{inspection && texts.atStep({ step: inspection.step })}</span>
        <Switch
          size="xs"
          label={texts.follow}
          title={texts.followHint}
          checked={follows}
          onChange={(event) => setFollows(event.currentTarget.checked)}
        />
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconRefresh size={14} aria-hidden />}
          disabled={!ready}
          // A look is soon over, so the button stays as it is meanwhile, and keeps the focus.
          onClick={() => {
            if (!looking) void look();
          }}
        >
          {texts.again}
        </Button>
      </header>
      {inspection && <Seen inspection={inspection} />}
      {said && (
        <p className={inspection ? classes.foot : classes.empty} role={stand === 'error' ? 'alert' : undefined}>
          {said}
        </p>
      )}
    </section>
  );
}

/** Drawn again when there is something else to see, not whenever a look begins or ends. */
const Seen = memo(function Seen({ inspection }: { readonly inspection: Inspection }) {
  const texts = useTexts('inside');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be focused
    <section className={classes.scroll} tabIndex={0} aria-label={texts.seen}>
      <Histogram inspection={inspection} />
      <VarietyOf inspection={inspection} />
      <Convinces inspection={inspection} />
      <Layers inspection={inspection} />
    </section>
  );
});
