import { useMemo } from 'react';
import type { MeasuredBy } from '../../gan/terms.ts';
import { paramTexts, useTexts } from '../../i18n/index.ts';
import { targetOf } from '../charts/target.ts';
import { createTurns } from '../charts/turns.ts';
import { formatShort } from '../format.ts';
import { useMember, useRun } from '../playground.ts';
import { planOf } from '../state/plan.ts';
import classes from './understand.module.css';
import { useLatest } from './useLatest.ts';

const MEASURED: readonly MeasuredBy[] = [{ scalar: 'gradientNorm' }, { scalar: 'variety' }];

/** How steep D is now, and why it is held the way it is, or what happens if nothing holds it. */
export function WhyHold() {
  const page = useTexts();
  const texts = useTexts('understand').hold;
  const { history } = useMember();
  const turns = useMemo(() => createTurns(history.subscribe), [history]);
  const [norm = null, variety = null] = useLatest(MEASURED, turns);
  const plan = useRun(({ opened }) => planOf(opened));
  const target = useRun(({ opened }) => targetOf(opened));
  const kind = plan.penalty?.kind ?? plan.constraint?.kind ?? 'none';
  // Only the files of penalties know their names; a test walks them all.
  const why = texts.why[kind as keyof typeof texts.why];
  return (
    <>
      <section className={classes.part} data-network="D">
        <h3>{texts.title}</h3>
        <dl className={classes.readings}>
          <div>
            <dt>{page.chart.series.gradientNorm}</dt>
            <dd>{formatShort(norm)}</dd>
          </div>
          <div>
            <dt>{page.chart.target}</dt>
            <dd>{target === null ? texts.noTarget : formatShort(target)}</dd>
          </div>
          <div>
            <dt>{page.chart.series.variety}</dt>
            <dd>{formatShort(variety)}</dd>
          </div>
        </dl>
        <p>{texts.steep}</p>
      </section>
      <section className={classes.part}>
        <h3>{paramTexts(page, 'penalty').option?.[kind]}</h3>
        <dl className={classes.why}>
          {(['does', 'where', 'look'] as const).map((part) => (
            <div key={part}>
              <dt>{texts.part[part]}</dt>
              <dd>{why[part]}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
