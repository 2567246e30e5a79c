import { useLayoutEffect, useRef } from 'react';
import type { SlopePictures } from '../../core/inspection.ts';
import type { UpdateTrace } from '../../core/trace.ts';
import type { ExampleSpec } from '../../gan/plan.ts';
import { useTexts } from '../../i18n/index.ts';
import { paintSlopes, scaleOf, slopesHeight, slopesWidth } from '../inside/paintSlopes.ts';
import { PointsPicture } from './PointsPicture.tsx';
import classes from './step.module.css';

/** Where D's score of the fakes rises: in colour over images, as arrows in the plane. */
export function SlopePicture({ update, spec }: { readonly update: UpdateTrace; readonly spec: ExampleSpec }) {
  const texts = useTexts('understand').lines;
  const { fake, slopes } = update;
  if (!fake || !slopes) return null;
  if (fake.kind === 'images') return <SlopeCanvas pictures={{ ...fake, slopes }} label={texts.pictures.slopes} />;
  const extent = spec.kind === 'points' ? spec.extent : 1;
  return (
    <PointsPicture
      label={texts.pictures.arrows}
      extent={extent}
      groups={[{ of: 'generated', points: fake.points, slopes }]}
    />
  );
}

function SlopeCanvas({ pictures, label }: { readonly pictures: SlopePictures; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, height] = [slopesWidth(pictures), slopesHeight(pictures)];
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(width, height);
    paintSlopes(pictures, scaleOf([pictures]), image.data);
    context.putImageData(image, 0, 0);
  }, [pictures, width, height]);
  return <canvas ref={canvas} width={width} height={height} role="img" aria-label={label} className={classes.slopes} />;
}
