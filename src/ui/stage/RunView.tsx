import type { ReactNode } from 'react';
import { imported } from '../../core/imported.ts';
import { useTexts } from '../../i18n/index.ts';
import { late } from '../components/late.tsx';
import { useLayout } from '../layout.ts';
import planeClasses from '../plane/plane.module.css';
import { usePicture, useRun } from '../playground.ts';
import { Grids } from './Grids.tsx';
import classes from './stage.module.css';

const PlaneCanvas = late(
  'plane',
  imported(
    () => import('../plane/PlaneCanvas.tsx'),
    (module) => module.PlaneCanvas,
  ),
);

interface RunViewProps {
  /** What stands beside the title of the real images, where one can choose a sample. */
  readonly aside?: ReactNode;
}

/** What there is to see of a run: images that G draws, or the plane with D over it. */
export function RunView({ aside }: RunViewProps) {
  const texts = useTexts();
  const view = usePicture();
  const arrows = useLayout((state) => state.arrows);
  // Where some digits are labelled, how many are shown, and with it the picture's size, is known with the run.
  const isSized = useRun(({ info, opened }) => info !== null || !Object.hasOwn(opened.params, 'labels'));
  if (!view || !isSized) return <p className={classes.empty}>{texts.grid.empty}</p>;
  switch (view.kind) {
    case 'images':
      return <Grids grid={view} aside={aside} />;
    case 'plane':
      return (
        <div className={planeClasses.stage}>
          <PlaneCanvas
            view={view}
            label={texts.plane.describe({ step: view.step, count: view.generated.length / 2 })}
            arrows={arrows}
            className={planeClasses.canvas}
          />
        </div>
      );
    default:
      return view satisfies never;
  }
}
