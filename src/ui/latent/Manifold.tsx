import { useComputedColorScheme } from '@mantine/core';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { quantile } from '../../core/latent.ts';
import { useTexts } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import { cssColour, DARK, LIGHT } from '../../picture/palette.ts';
import type { LatentPoints } from '../../protocol/index.ts';
import { useRun } from '../playground.ts';
import classes from './latent.module.css';
import { paintManifold } from './paintManifold.ts';
import { useDrawn } from './useDrawn.ts';

/** Lines of the grid each way. */
const LINES = 25;
/** Beyond it lies so much of each component: the outermost lines would otherwise be at infinity. */
const EDGE = 0.004;
const PIXELS = 720;

/** [LINES², 2]: row after row, at even shares of what each component is drawn from. */
function gridOver({ prior }: LatentPoints): Float32Array<ArrayBuffer> {
  const at = Array.from({ length: LINES }, (_, i) => quantile(prior, EDGE + ((1 - 2 * EDGE) * i) / (LINES - 1)));
  return Float32Array.from(at.flatMap((y) => at.flatMap((x) => [x, y])));
}

/** A grid over z, as G warps it into the plane of the data. */
export function Manifold({ points }: { readonly points: LatentPoints }) {
  const all = useTexts('latent');
  const texts = all.manifold;
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRun(({ grid }) => (grid?.kind === 'plane' ? grid : null));
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  const palette = dark ? DARK : LIGHT;
  const asked = useMemo(() => ({ z: gridOver(points), classes: null }), [points]);
  const { answer, error } = useDrawn(asked);

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || answer?.kind !== 'points' || !view) return;
    paintManifold(context, { warped: answer.points, lines: LINES, real: view.real, extent: view.extent, palette });
  }, [answer, view, palette]);

  if (error)
    return (
      <p role="alert" className={classes.empty}>
        {sentenceOf(error.problem)}
      </p>
    );
  return (
    <section className={classes.room} aria-label={texts.title}>
      <div className={classes.place}>
        <canvas
          ref={canvas}
          width={PIXELS}
          height={PIXELS}
          role="img"
          aria-label={texts.describe({ cells: (LINES - 1) ** 2, step: answer?.step ?? 0 })}
          className={classes.large}
          data-step={answer?.step}
        />
      </div>
      <p className={classes.note}>
        <b className={classes.dot} style={{ background: cssColour(palette.real) }} /> {texts.real}{' '}
        <b className={classes.cell} style={{ borderColor: cssColour(palette.generated) }} /> {texts.cell}.{' '}
        {`${texts.hint} ${answer ? all.step({ step: answer.step }) : ''}`}
      </p>
    </section>
  );
}
