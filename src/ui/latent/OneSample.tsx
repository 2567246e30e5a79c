import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTexts } from '../../i18n/index.ts';
import { oneImage } from '../../picture/oneImage.ts';
import type { SampleGrid } from '../../protocol/index.ts';
import { useDataSet, usePicture, useRun } from '../playground.ts';
import { choosePlace, useChosenPlace } from '../stage/chosen.ts';
import { ImageCanvas } from '../stage/ImageCanvas.tsx';
import classes from './latent.module.css';

/** One of the samples on the screen, as large as fits. */
export function OneSample() {
  const page = useTexts();
  const view = usePicture();
  const opened = useRun((state) => state.info !== null);
  if (!opened || view?.kind !== 'images') return <p className={classes.empty}>{page.grid.empty}</p>;
  return <Large view={view} />;
}

function Large({ view: { generated, step } }: { readonly view: SampleGrid }) {
  const texts = useTexts('latent').one;
  const names = useDataSet(useRun((state) => state.opened.data))?.classes;
  const count = generated.rows * generated.columns;
  const place = useChosenPlace(count);
  const of = generated.labels?.[place];
  const label = of === undefined ? null : (names?.[of] ?? String(of));
  const said = texts.describe({ place: place + 1, count, label, step });
  return (
    <section className={classes.one} aria-label={said}>
      <div className={classes.place}>
        <ImageCanvas grid={oneImage(generated, place)} label={said} className={classes.large} step={step} />
      </div>
      <footer className={classes.foot}>
        <ActionIcon
          variant="default"
          size={32}
          aria-label={texts.last}
          title={texts.last}
          disabled={place === 0}
          onClick={() => choosePlace(place - 1)}
        >
          <IconChevronLeft size={17} aria-hidden />
        </ActionIcon>
        <span>{said}</span>
        <ActionIcon
          variant="default"
          size={32}
          aria-label={texts.next}
          title={texts.next}
          disabled={place === count - 1}
          onClick={() => choosePlace(place + 1)}
        >
          <IconChevronRight size={17} aria-hidden />
        </ActionIcon>
      </footer>
    </section>
  );
}
