import { Button } from '@mantine/core';
import { imported } from '../../core/imported.ts';
import { dataSetSaid } from '../../data/sets/index.ts';
import { recipes } from '../../gan/recipes/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { changeText } from '../changeText.ts';
import { late } from '../components/late.tsx';
import { useLayout } from '../layout.ts';
import { PlaneLegend } from '../plane/PlaneLegend.tsx';
import { MemberContext, useController, useMember, usePage, useRun } from '../playground.ts';
import { useChartsShown } from '../show/useChartsShown.ts';
import { stateOf } from '../state/member.ts';
import { MOST_MEMBERS, recipeOf, takesSet } from '../state/settings.ts';
import { toldApart } from '../state/toldApart.ts';
import { ErrorMessage } from '../strip/ErrorMessage.tsx';
import { EffectLine } from '../understand/EffectLine.tsx';
import classes from './ComparePanel.module.css';
import { useConcealed } from './concealed.ts';
import { PictureStep } from './PictureStep.tsx';
import { RunView } from './RunView.tsx';

const CompareCharts = late(
  'charts',
  imported(
    () => import('../charts/index.ts'),
    (module) => module.CompareCharts,
  ),
);
const Timeline = late(
  'timeline',
  imported(
    () => import('../timeline/Timeline.tsx'),
    (module) => module.Timeline,
  ),
);

/** Several systems side by side, each with what there is to see of it and its curves. */
export function ComparePanel() {
  const texts = useTexts();
  const controller = useController();
  const members = usePage((state) => state.members);
  const present = useLayout((state) => state.present);
  const inPlane = useRun(({ opened }) => dataSetSaid(opened.data)?.kind === 'points');
  return (
    <section className={classes.panel} aria-label={texts.compare.systems}>
      <header className={classes.strip}>
        <SystemPicker />
        {inPlane && !present && <PlaneLegend />}
        <Button size="compact-xs" variant="default" onClick={() => controller.compare([])}>
          {texts.compare.leave}
        </Button>
      </header>
      <div
        className={classes.columns}
        id="picture"
        tabIndex={-1}
        style={{ '--systems': members.length } as React.CSSProperties}
      >
        {members.map((member) => (
          <MemberContext key={member.run} value={member}>
            <System />
          </MemberContext>
        ))}
      </div>
      {present ? (
        inPlane && <PlaneLegend />
      ) : (
        <div className={classes.timeline}>
          <Timeline />
        </div>
      )}
    </section>
  );
}

/** Which recipes are compared: those that take the data, a few at a time. */
function SystemPicker() {
  const texts = useTexts();
  const controller = useController();
  const chosen = usePage(({ members }) => members).map(({ store }) => store.getState().opened.recipe);
  const data = useRun(({ wanted }) => wanted.data);
  const toggle = (id: string): void =>
    controller.compare(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <fieldset aria-label={texts.compare.systems} className={classes.picker}>
      {recipes
        .filter((recipe) => takesSet(recipe.id, data))
        .map(({ id, name }) => {
          const on = chosen.includes(id);
          return (
            <button
              key={id}
              type="button"
              aria-pressed={on}
              disabled={on ? chosen.length <= 2 : chosen.length >= MOST_MEMBERS}
              onClick={() => toggle(id)}
            >
              {name}
            </button>
          );
        })}
    </fieldset>
  );
}

function System() {
  const texts = useTexts();
  const opened = useRun((state) => state.opened);
  const members = usePage((state) => state.members);
  const member = useMember();
  const concealed = useConcealed();
  const present = useLayout((state) => state.present);
  const { shown } = useChartsShown();
  const { name } = recipeOf(opened.recipe);
  const inPlane = dataSetSaid(opened.data)?.kind === 'points';
  const apart = concealed
    ? [texts.compare.place({ place: members.indexOf(member) + 1 })]
    : toldApart(
        opened,
        members.map((one) => stateOf(one).opened),
      ).map(([param, value]) => changeText(texts, param, value));
  return (
    <article className={classes.system} aria-label={[name, ...apart].join(', ')}>
      <header className={classes.head}>
        <h2>{name}</h2>
        {apart.length > 0 && <span className={classes.apart}>{apart.join(' · ')}</span>}
        <PictureStep />
      </header>
      {!present && <EffectLine />}
      <ErrorMessage />
      <div className={classes.view} data-shape={inPlane ? 'square' : 'rows'}>
        <RunView />
      </div>
      {shown.length > 0 && (
        <div className={classes.charts}>
          <CompareCharts />
        </div>
      )}
    </article>
  );
}
