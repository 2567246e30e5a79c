import { useTranslation } from 'react-i18next';
import type { MeanImage, MeanPictures } from '../../core/score.ts';
import { ImageCanvas } from '../components/ImageCanvas.tsx';
import { formatWhole } from '../format.ts';
import { useDataSet, usePage } from '../playground.ts';
import classes from './quality.module.css';
import { useScores } from './useQuality.ts';

const decibels = (value: number | null): string =>
  value === null ? '–' : Number.isFinite(value) ? value.toFixed(1) : '∞';

interface MeanProps {
  readonly mean: MeanImage | null;
  readonly shape: Pick<MeanPictures, 'height' | 'width' | 'channels'>;
  readonly label: string;
}

function Mean({ mean, shape, label }: MeanProps) {
  const { t } = useTranslation('quality');
  if (!mean) return <span className={classes.noMean}>{t('means.none')}</span>;
  const grid = { ...shape, rows: 1, columns: 1, pixels: mean.pixels, labels: null };
  return <ImageCanvas grid={grid} label={label} className={classes.mean} />;
}

/** Each class's mean image, real above generated, with the PSNR of the two: made to compare GAN with DRAGAN. */
export function MeanDigits() {
  const { t } = useTranslation('quality');
  const names = useDataSet(usePage(({ opened }) => opened.data))?.classes ?? [];
  const newest = useScores().at(-1);
  if (!newest?.means) return <p className={classes.empty}>{t('means.gone')}</p>;
  const { pairs, psnr, floor, ...shape } = newest.means;
  const compared = pairs.filter((pair) => pair.psnr !== null).length;
  const labelOf = (kind: 'real' | 'fake', mean: MeanImage | null, name: string): string =>
    t(`means.${kind}`, { count: mean?.count ?? 0, name });
  return (
    // Many classes scroll, so the keyboard must reach them.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be focused
    <figure className={classes.means} tabIndex={0} aria-label={t('view.means')}>
      <figcaption>{t('means.caption', { step: formatWhole(newest.step) })}</figcaption>
      <p className={classes.newest}>
        <b>{t('means.value', { value: decibels(psnr) })}</b>
        <span>{t('means.over', { compared, classes: pairs.length })}</span>
        <span>
          <i className={classes.dash} aria-hidden />
          {t('floor', { value: decibels(floor) })}
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
              <span>{pair.psnr === null ? '–' : t('means.value', { value: decibels(pair.psnr) })}</span>
            </li>
          );
        })}
      </ol>
      <p>{t('means.warning')}</p>
    </figure>
  );
}
