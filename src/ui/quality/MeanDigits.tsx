import type { MeanImage, MeanPictures } from '../../core/score.ts';
import { useTexts } from '../../i18n/index.ts';
import { formatWhole } from '../format.ts';
import { useDataSet, useRun } from '../playground.ts';
import { ImageCanvas } from '../stage/ImageCanvas.tsx';
import classes from './quality.module.css';
import { useNoun, useShownScores } from './useQuality.ts';

interface MeanProps {
  readonly mean: MeanImage | null;
  readonly shape: Pick<MeanPictures, 'height' | 'width' | 'channels'>;
  readonly label: string;
}

function Mean({ mean, shape, label }: MeanProps) {
  const texts = useTexts('quality');
  if (!mean) return <span className={classes.noMean}>{texts.means.none}</span>;
  const grid = { ...shape, rows: 1, columns: 1, pixels: mean.pixels, labels: null };
  return <ImageCanvas grid={grid} label={label} className={classes.mean} />;
}

/** Each class's mean image, real above generated, with the PSNR of the two: made to compare GAN with DRAGAN. */
export function MeanDigits() {
  const texts = useTexts('quality');
  const names = useDataSet(useRun(({ opened }) => opened.data))?.classes ?? [];
  const newest = useShownScores().at(-1);
  const noun = useNoun();
  if (!newest?.means) return <p className={classes.empty}>{texts.means.gone}</p>;
  const { pairs, psnr, floor, ...shape } = newest.means;
  const compared = pairs.filter((pair) => pair.psnr !== null).length;
  const labelOf = (kind: 'real' | 'fake', mean: MeanImage | null, name: string): string =>
    texts.means[kind]({ count: mean?.count ?? 0, name });
  return (
    // Many classes scroll, so the keyboard must reach them.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be focused
    <figure className={classes.means} tabIndex={0} aria-label={texts.view.means}>
      <figcaption>{texts.means.caption({ step: newest.step })}</figcaption>
      <p className={classes.newest}>
        <b>{texts.means.value({ value: psnr })}</b>
        <span>{texts.means.over({ compared, classes: pairs.length })}</span>
        <span>
          <i className={classes.dash} aria-hidden />
          {texts.means.floor({ value: floor, noun })}
        </span>
      </p>
      <ol>
        {pairs.map((pair, i) => {
          const name = names[i] ?? formatWhole(i + 1);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a class is its place
            <li key={i}>
              <b>{name}</b>
              <Mean mean={pair.real} shape={shape} label={labelOf('real', pair.real, name)} />
              <Mean mean={pair.fake} shape={shape} label={labelOf('fake', pair.fake, name)} />
              <span>{texts.means.value({ value: pair.psnr })}</span>
            </li>
          );
        })}
      </ol>
      <p>{texts.means.warning}</p>
    </figure>
  );
}
