import { Button } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { EngineError, type EngineErrorData } from '../../core/errors.ts';
import { useTexts } from '../../i18n/index.ts';
import { sentenceOf } from '../../i18n/problems/index.ts';
import type { Nearest, Neighbours } from '../../protocol/index.ts';
import { useController } from '../playground.ts';
import { ImageCanvas } from '../stage/ImageCanvas.tsx';
import { ofClass } from './asking.ts';
import classes from './latent.module.css';
import type { LookProps } from './look.ts';
import { Picture } from './Picture.tsx';
import { useAskable, useDrawn } from './useDrawn.ts';

const COUNT = 8;

type Found =
  | { readonly kind: 'looking' }
  | { readonly kind: 'found'; readonly nearest: Nearest }
  | { readonly kind: 'failed'; readonly error: EngineErrorData };

/** The real images that are most like the sample that is chosen: whether G copies. */
export function NearestView({ active, count }: LookProps) {
  const all = useTexts('latent');
  const texts = all.nearest;
  const { request } = useController();
  const run = useAskable();
  const [again, setAgain] = useState(0);
  const [found, setFound] = useState<Found>({ kind: 'looking' });
  const asked = useMemo(() => active && ofClass([active.z], count > 0 ? (active.label ?? 0) : null), [active, count]);
  const { answer, error } = useDrawn(asked);

  // biome-ignore lint/correctness/useExhaustiveDependencies: also when somebody asks again
  useEffect(() => {
    if (run === 0 || !asked) return;
    const aborting = new AbortController();
    setFound({ kind: 'looking' });
    request('nearest', { run, count: COUNT, ...asked }, { signal: aborting.signal }).then(
      (nearest) => !aborting.signal.aborted && setFound({ kind: 'found', nearest }),
      (thrown: unknown) =>
        !aborting.signal.aborted && setFound({ kind: 'failed', error: EngineError.from(thrown).toData() }),
    );
    return () => aborting.abort();
  }, [run, asked, request, again]);

  if (!active) return <p className={classes.empty}>{all.needs({ count: 1 })}</p>;
  return (
    <div className={classes.directions}>
      <div className={classes.beside}>
        <div className={classes.squarePlace}>
          <Picture drawn={answer} error={error} label={texts.sample} className={classes.square} />
        </div>
        <Button size="compact-xs" variant="default" onClick={() => setAgain(again + 1)}>
          {texts.find}
        </Button>
      </div>
      <div className={classes.rows}>
        {found.kind === 'looking' && <p role="status">{texts.looking}</p>}
        {found.kind === 'failed' && <p role="alert">{sentenceOf(found.error.problem)}</p>}
        {found.kind === 'found' && (
          <>
            <Row title={texts.pixels({ among: found.nearest.pixels.among })} of={found.nearest.pixels} />
            {found.nearest.features && (
              <Row title={texts.features({ among: found.nearest.features.among })} of={found.nearest.features} />
            )}
          </>
        )}
      </div>
    </div>
  );
}

function Row({ title, of: { images, distances, usual } }: { readonly title: string; readonly of: Neighbours }) {
  const texts = useTexts('latent').nearest;
  return (
    <section className={classes.neighbours}>
      <h3 className={classes.subtitle}>{title}</h3>
      <ImageCanvas
        grid={images}
        label={texts.row({ count: distances.length, nearest: distances[0] ?? 0 })}
        className={classes.strip}
      />
      <p>{texts.own({ nearest: distances[0] ?? 0, usual })}</p>
    </section>
  );
}
