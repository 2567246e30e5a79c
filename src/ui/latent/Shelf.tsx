import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { oneImage } from '../../picture/oneImage.ts';
import { useController, useDataSet, useRun } from '../playground.ts';
import { ImageCanvas } from '../stage/ImageCanvas.tsx';
import { keep, letGo, useShelf } from '../stage/kept.ts';
import { joined } from './asking.ts';
import classes from './latent.module.css';
import type { LookProps } from './look.ts';
import { useAskable, useDrawn } from './useDrawn.ts';

/** The samples that are kept, as G draws them now: one of them is looked at. */
export function Shelf({ points, kept, active, count }: LookProps) {
  const texts = useTexts('latent');
  const { request } = useController();
  const run = useAskable();
  const [draws, setDraws] = useState(0);
  const names = useDataSet(useRun((state) => state.opened.data))?.classes;
  const asked = useMemo(() => {
    if (kept.length === 0) return null;
    const labels = Int32Array.from(kept, ({ label }) => label ?? 0);
    return { z: joined(kept.map(({ z }) => z)), classes: count > 0 ? ({ kind: 'each', labels } as const) : null };
  }, [kept, count]);
  const { answer } = useDrawn(asked);
  const images = answer?.kind === 'images' ? answer.images : null;

  const more = async (): Promise<void> => {
    if (run === 0) return;
    const { z } = await request('latentPoints', { run, of: { kind: 'new', draw: draws } });
    setDraws(draws + 1);
    keep(points, z, count > 0 ? (active?.label ?? draws % count) : null);
  };

  return (
    <div className={classes.shelf}>
      <div role="radiogroup" aria-label={texts.kept} className={classes.thumbs} title={texts.hint}>
        {kept.map(({ id, label }, i) => {
          const said = texts.keptOne({
            place: i + 1,
            label: label === null ? null : (names?.[label] ?? String(label)),
          });
          return (
            <label key={id} className={classes.thumb}>
              <input
                className="over-cell"
                type="radio"
                name="kept"
                aria-label={said}
                checked={id === active?.id}
                onChange={() => useShelf.setState({ active: id })}
              />
              {images && i < images.columns && (
                <span aria-hidden="true">
                  <ImageCanvas grid={oneImage(images, i)} label="" className={classes.strip} />
                </span>
              )}
            </label>
          );
        })}
      </div>
      <Button
        size="compact-xs"
        variant="default"
        title={texts.moreHint}
        onClick={() => void more().catch(console.warn)}
      >
        {texts.more}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        title={texts.removeHint}
        disabled={!active}
        onClick={() => active && letGo(active.id)}
      >
        {texts.remove}
      </Button>
    </div>
  );
}
