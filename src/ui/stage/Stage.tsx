import { imported } from '../../core/imported.ts';
import { useTexts } from '../../i18n/index.ts';
import { late } from '../components/late.tsx';
import { PlaneLegend } from '../plane/PlaneLegend.tsx';
import { useDataSet, useRecipe, useRun } from '../playground.ts';
import { ClassPicker } from './ClassPicker.tsx';
import { PictureStep } from './PictureStep.tsx';
import { RunView } from './RunView.tsx';
import classes from './stage.module.css';

const Timeline = late(
  'timeline',
  imported(
    () => import('../timeline/Timeline.tsx'),
    (module) => module.Timeline,
  ),
);

/** What G draws, above a row of real digits; in the plane, what D makes of every place in it. */
export function Stage() {
  const texts = useTexts();
  const { conditional } = useRecipe();
  const inPlane = useDataSet(useRun(({ opened }) => opened.data))?.kind === 'points';
  return (
    <section className={classes.panel} aria-labelledby="samples-title">
      <header className={classes.head}>
        <h2 id="samples-title" data-network={inPlane ? 'D' : 'G'}>
          {inPlane ? texts.plane.title : texts.grid.generated}
        </h2>
        <PictureStep />
        {conditional && <ClassPicker />}
      </header>
      <div className={classes.stage} data-shape={inPlane ? 'square' : conditional ? 'columns' : 'rows'}>
        <RunView />
      </div>
      {inPlane && (
        <div className={classes.foot}>
          <PlaneLegend />
        </div>
      )}
      <div className={classes.timeline}>
        <Timeline />
      </div>
    </section>
  );
}
