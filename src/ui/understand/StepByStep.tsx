import { Button } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { algorithmOf } from '../../gan/algorithm.ts';
import { useTexts } from '../../i18n/index.ts';
import { useController, useRun } from '../playground.ts';
import { planOf } from '../state/plan.ts';
import { Algorithm } from './Algorithm.tsx';
import { placesOf } from './cursor.ts';
import { LineTensors } from './LineTensors.tsx';
import classes from './step.module.css';
import { usePlayer } from './usePlayer.ts';

/** A step, line by line, with what each line came by. While it is open, every single step is one that is looked on at. */
export function StepByStep() {
  const texts = useTexts('understand').lines;
  const { page, step } = useController();
  const plan = useRun(({ opened }) => planOf(opened));
  const trace = useRun(({ trace: last, step: now }) => (last?.step === now ? last : null));
  const ready = useRun(({ phase }) => phase.kind === 'paused' || phase.kind === 'stepping');
  const places = useMemo(() => (trace ? placesOf(plan, trace) : []), [plan, trace]);
  const blocks = useMemo(() => algorithmOf(plan, trace?.part), [plan, trace]);
  const { at, playing, still, go, press } = usePlayer(trace, places.length);
  const lit = places[at] ?? null;

  useEffect(() => {
    page.setState({ slowly: true });
    return () => page.setState({ slowly: false });
  }, [page]);

  return (
    <section className={classes.step} aria-label={texts.title}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be focused */}
      <section className={classes.scroll} tabIndex={0} aria-label={texts.label} data-scrolls>
        <Algorithm plan={plan} blocks={blocks} lit={lit} />
      </section>
      {/* biome-ignore lint/a11y/useSemanticElements: it groups no fields */}
      <div className={classes.player} role="group" aria-label={texts.player}>
        <Button size="compact-xs" variant="default" disabled={!ready} onClick={() => step('both')}>
          {texts.take}
        </Button>
        <span className={classes.buttons}>
          <Button size="compact-xs" variant="default" disabled={!lit} onClick={() => go(at - 1)}>
            {texts.back}
          </Button>
          {!still && (
            <Button size="compact-xs" variant="default" disabled={!lit} onClick={press} className={classes.play ?? ''}>
              {playing ? texts.stop : texts.play}
            </Button>
          )}
          <Button size="compact-xs" variant="default" disabled={!lit} onClick={() => go(at + 1)}>
            {texts.next}
          </Button>
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: it groups no fields */}
      <div className={classes.tensors} role="group" aria-label={texts.tensors} aria-live={playing ? 'off' : 'polite'}>
        {lit ? <LineTensors place={lit} plan={plan} of={{ at, count: places.length }} /> : <p>{texts.none}</p>}
      </div>
    </section>
  );
}
