import { useMemo } from 'react';
import type { SlopePictures } from '../../core/inspection.ts';
import type { UpdateTrace } from '../../core/trace.ts';
import type { ExampleSpec } from '../../gan/plan.ts';
import { useTexts } from '../../i18n/index.ts';
import { scaleOf } from '../inside/paintSlopes.ts';
import { SlopeCanvas } from '../inside/SlopeCanvas.tsx';
import { PointsPicture } from './PointsPicture.tsx';
import classes from './step.module.css';

/** Where D's score of the fakes rises: in colour over images, as arrows in the plane. */
export function SlopePicture({ update, spec }: { readonly update: UpdateTrace; readonly spec: ExampleSpec }) {
  const texts = useTexts('understand').lines;
  const { fake, slopes } = update;
  if (!fake || !slopes) return null;
  if (fake.kind === 'images') return <OverImages pictures={fake} slopes={slopes} label={texts.pictures.slopes} />;
  const extent = spec.kind === 'points' ? spec.extent : 1;
  return (
    <PointsPicture
      label={texts.pictures.arrows}
      extent={extent}
      groups={[{ of: 'generated', points: fake.points, slopes }]}
    />
  );
}

interface OverImagesProps {
  readonly pictures: Omit<SlopePictures, 'slopes'>;
  readonly slopes: SlopePictures['slopes'];
  readonly label: string;
}

function OverImages({ pictures, slopes, label }: OverImagesProps) {
  const all = useMemo(() => ({ ...pictures, slopes }), [pictures, slopes]);
  return <SlopeCanvas pictures={all} scale={scaleOf([all])} label={label} className={classes.slopes} />;
}
