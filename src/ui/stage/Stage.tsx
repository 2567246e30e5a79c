import { Tabs } from '@mantine/core';
import { imported } from '../../core/imported.ts';
import { useTexts } from '../../i18n/index.ts';
import { late } from '../components/late.tsx';
import { STAGE_TABS, type StageTab, useLayout } from '../layout.ts';
import { PlaneLegend } from '../plane/PlaneLegend.tsx';
import { useDataSet, useRecipe, useRun } from '../playground.ts';
import { FullButton } from '../show/FullButton.tsx';
import { ClassPicker } from './ClassPicker.tsx';
import { useShelf } from './kept.ts';
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
const LatentView = late(
  'latent',
  imported(
    () => import('../latent/index.ts'),
    (module) => module.LatentView,
  ),
);
const OneSample = late(
  'latent',
  imported(
    () => import('../latent/index.ts'),
    (module) => module.OneSample,
  ),
);

const Play = late(
  'play',
  imported(
    () => import('../play/index.ts'),
    (module) => module.Play,
  ),
);

/** What there is to look at of points in the plane: one of them by itself says nothing. */
const IN_PLANE: readonly StageTab[] = ['samples', 'latent', 'play'];

/** All that G draws, the space it draws from, one sample, or a game against both networks. */
export function Stage() {
  const texts = useTexts();
  const { conditional } = useRecipe();
  const inPlane = useDataSet(useRun(({ opened }) => opened.data))?.kind === 'points';
  const tabs = inPlane ? IN_PLANE : STAGE_TABS;
  const wanted = useLayout(({ stage }) => stage);
  const present = useLayout((state) => state.present);
  const open = tabs.includes(wanted) ? wanted : 'samples';
  return (
    <Tabs
      value={open}
      onChange={(stage) => useLayout.setState({ stage: stage as StageTab })}
      keepMounted={false}
      className={classes.panel ?? ''}
      data-card=""
    >
      <header className={classes.head} data-tab={open}>
        <Tabs.List aria-label={texts.stage.label} className={classes.tabs ?? ''}>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab} data-network={inPlane && tab === 'samples' ? 'D' : 'G'}>
              {texts.stage.tab[tab]}
              {tab === 'latent' && !inPlane && <KeptCount />}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {inPlane && !present && <PictureStep ends="head" />}
        {conditional && open !== 'latent' && <ClassPicker />}
        <FullButton of={texts.stage.tab[open]} />
      </header>
      <Tabs.Panel value="samples" className={classes.view ?? ''}>
        <Samples inPlane={inPlane} conditional={conditional} />
      </Tabs.Panel>
      <Tabs.Panel value="latent" className={classes.view ?? ''}>
        <LatentView />
      </Tabs.Panel>
      <Tabs.Panel value="one" className={classes.view ?? ''}>
        <OneSample />
      </Tabs.Panel>
      <Tabs.Panel value="play" className={classes.view ?? ''}>
        <Play />
      </Tabs.Panel>
    </Tabs>
  );
}

/** How many samples are kept; its place is there before any is. */
function KeptCount() {
  const count = useShelf(({ kept }) => kept.length);
  return (
    <span className={classes.kept} data-kept={count} aria-hidden="true">
      {count > 0 && count}
    </span>
  );
}

/** What G draws, above a row of real digits; in the plane, what D makes of every place in it. */
function Samples({ inPlane, conditional }: { readonly inPlane: boolean; readonly conditional: boolean }) {
  const texts = useTexts();
  const still = useLayout(({ hidden }) => hidden.includes('timeline'));
  // Its head has the step, and is seen only now and then.
  const present = useLayout((state) => state.present);
  return (
    <>
      <h2 className="visually-hidden">{inPlane ? texts.plane.title : texts.grid.generated}</h2>
      <div className={classes.stage} data-shape={inPlane ? 'square' : conditional ? 'columns' : 'rows'}>
        <RunView aside={<PictureStep ends="line" />} />
      </div>
      {inPlane && (
        <div className={classes.foot}>
          <PlaneLegend />
          {present && <PictureStep ends="head" />}
        </div>
      )}
      {!still && (
        <div className={classes.timeline}>
          <Timeline />
        </div>
      )}
    </>
  );
}
