import { Button } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { findDataSet } from '../../data/sets/index.ts';
import { recipes } from '../../gan/recipes/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { PlaneLegend } from '../plane/PlaneLegend.tsx';
import { PlaygroundContext, useComparison, usePage } from '../playground.ts';
import { dataOf, MOST_COMPARED, recipeOf } from '../state/hash.ts';
import classes from './ComparePanel.module.css';
import { ErrorMessage } from './ErrorMessage.tsx';
import { late } from './late.tsx';
import { RunView } from './RunView.tsx';

const CompareCharts = late('charts', async () => (await import('../charts/index.ts')).CompareCharts);

/** Several systems side by side, each with what there is to see of it and its curves. */
export function ComparePanel() {
  const texts = useTexts();
  const comparison = useComparison();
  const members = useStore(comparison.members);
  const inPlane = usePage(({ opened }) => findDataSet(opened.data)?.kind === 'points');
  const [arrows, setArrows] = useState(false);
  return (
    <section className={classes.panel} aria-label={texts.compare.systems}>
      <header className={classes.strip}>
        <SystemPicker />
        {inPlane && <PlaneLegend arrows={arrows} onArrows={setArrows} />}
        <Button size="compact-xs" variant="default" onClick={() => comparison.compare([])}>
          {texts.compare.leave}
        </Button>
      </header>
      <div className={classes.columns} style={{ '--systems': members.length } as React.CSSProperties}>
        {members.map((member) => (
          <PlaygroundContext key={member.store.getState().opened.recipe} value={member}>
            <System arrows={arrows} />
          </PlaygroundContext>
        ))}
      </div>
    </section>
  );
}

/** Which recipes are compared: those that take the data, a few at a time. */
function SystemPicker() {
  const texts = useTexts();
  const comparison = useComparison();
  const chosen = usePage(({ settings }) => settings.compare);
  const data = usePage(({ settings }) => settings.data);
  const toggle = (id: string): void =>
    comparison.compare(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <fieldset aria-label={texts.compare.systems} className={classes.picker}>
      {recipes
        .filter((recipe) => dataOf([recipe.id]).includes(data))
        .map(({ id, name }) => {
          const on = chosen.includes(id);
          return (
            <button
              key={id}
              type="button"
              aria-pressed={on}
              disabled={on ? chosen.length <= 2 : chosen.length >= MOST_COMPARED}
              onClick={() => toggle(id)}
            >
              {name}
            </button>
          );
        })}
    </fieldset>
  );
}

function System({ arrows }: { readonly arrows: boolean }) {
  const texts = useTexts();
  const name = usePage((state) => recipeOf(state.opened.recipe).name);
  const step = usePage((state) => state.step);
  return (
    <article className={classes.system} aria-label={name}>
      <header className={classes.head}>
        <h2>{name}</h2>
        <span>{texts.grid.atStep({ step })}</span>
      </header>
      <ErrorMessage />
      <div className={classes.view}>
        <RunView arrows={arrows} />
      </div>
      <div className={classes.charts}>
        <CompareCharts />
      </div>
    </article>
  );
}
