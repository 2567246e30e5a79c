import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection, SlopePictures } from '../../core/inspection.ts';
import classes from './inside.module.css';
import { BRIGHTER, DARKER, paintSlopes, scaleOf, slopesWidth } from './paintSlopes.ts';

const colourOf = (colour: readonly number[]): string => `rgb(${colour.join(' ')})`;

function SlopeCanvas(props: { readonly pictures: SlopePictures; readonly scale: number; readonly label: string }) {
  const { pictures, scale, label } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = slopesWidth(pictures);
  const { height } = pictures;
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(width, height);
    paintSlopes(pictures, scale, image.data);
    context.putImageData(image, 0, 0);
  }, [pictures, scale, width, height]);
  return <canvas ref={canvas} width={width} height={height} role="img" aria-label={label} className={classes.slopes} />;
}

/** Where a brighter or a darker pixel would make D surer that a digit is real. */
export function Convinces({ inspection: { convinces } }: { readonly inspection: Inspection }) {
  const { t } = useTranslation('inside');
  if (!convinces)
    return (
      <section className={classes.part}>
        <h3>{t('convinces.title')}</h3>
        <p>{t('convinces.plane')}</p>
      </section>
    );
  const { real, generated } = convinces;
  const scale = scaleOf([real, generated]);
  const countOf = ({ slopes, width, height }: SlopePictures) => slopes.length / (width * height);
  return (
    <section className={classes.part}>
      <h3>{t('convinces.title')}</h3>
      <p>{t('convinces.look')}</p>
      <ul className={classes.legend}>
        <li style={{ '--swatch': colourOf(BRIGHTER) } as React.CSSProperties}>{t('convinces.brighter')}</li>
        <li style={{ '--swatch': colourOf(DARKER) } as React.CSSProperties}>{t('convinces.darker')}</li>
      </ul>
      <h4>{t('convinces.real')}</h4>
      <SlopeCanvas pictures={real} scale={scale} label={t('convinces.describeReal', { count: countOf(real) })} />
      <h4>{t('convinces.generated')}</h4>
      <SlopeCanvas
        pictures={generated}
        scale={scale}
        label={t('convinces.describeGenerated', { count: countOf(generated) })}
      />
    </section>
  );
}
