import { Button } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { onTheWay } from './asking.ts';
import classes from './latent.module.css';
import type { LookProps } from './look.ts';
import { Picture } from './Picture.tsx';
import { useDrawn } from './useDrawn.ts';

const PICTURES = 9;
/** From one kept sample to the next. */
const MILLISECONDS = 1800;

/** Goes on as long as it plays, there and back again. */
function usePlay(playing: boolean, legs: number, setFar: (change: (far: number) => number) => void): void {
  useEffect(() => {
    if (!playing) return;
    let last = performance.now();
    let way = 1;
    let frame = requestAnimationFrame(function go(now) {
      const by = (now - last) / MILLISECONDS;
      last = now;
      setFar((far) => {
        const next = far + way * by;
        if (next >= legs) way = -1;
        if (next <= 0) way = 1;
        return Math.min(legs, Math.max(0, next));
      });
      frame = requestAnimationFrame(go);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, legs, setFar]);
}

/** The way through all that are kept, as pictures beside each other and as one that moves. */
export function Between({ points: { prior }, kept, count }: LookProps) {
  const all = useTexts('latent');
  const texts = all.between;
  const legs = Math.max(1, kept.length - 1);
  const [far, setFar] = useState(0.5);
  const [playing, setPlaying] = useState(false);
  usePlay(playing, legs, setFar);
  const at = Math.min(far, legs);
  const enough = kept.length >= 2;
  const strip = useMemo(() => {
    if (!enough) return null;
    const fars = Array.from(
      { length: legs * PICTURES },
      (_, i) => Math.floor(i / PICTURES) + (i % PICTURES) / (PICTURES - 1),
    );
    return onTheWay(prior, kept, fars, count);
  }, [prior, kept, legs, count, enough]);
  const one = useMemo(() => (enough ? onTheWay(prior, kept, [at], count) : null), [prior, kept, at, count, enough]);
  const drawnStrip = useDrawn(strip);
  const { answer, error } = useDrawn(one);
  if (!enough) return <p className={classes.empty}>{all.needs({ count: 2 })}</p>;
  return (
    <>
      <div className={classes.wayStrip} style={{ '--tall': legs / PICTURES } as React.CSSProperties}>
        <Picture drawn={drawnStrip.answer} label={texts.strip({ legs })} columns={PICTURES} />
      </div>
      <div className={classes.controls}>
        <Button size="compact-xs" variant="default" onClick={() => setPlaying(!playing)}>
          {playing ? texts.stop : texts.play}
        </Button>
        <input
          type="range"
          min={0}
          max={legs}
          step={0.01}
          value={at}
          aria-label={texts.slider}
          aria-valuetext={texts.value({ far: at })}
          onChange={({ currentTarget: { value } }) => setFar(Number(value))}
        />
      </div>
      <div className={classes.place}>
        <Picture drawn={answer} error={error} label={texts.picture} className={classes.large} />
      </div>
      <p className={classes.note}>{`${all.prior[prior]} ${answer ? all.step({ step: answer.step }) : ''}`}</p>
    </>
  );
}
