import { useMemo, useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { createTurns } from '../charts/turns.ts';
import { useMember } from '../playground.ts';
import { BesideGradient } from './BesideGradient.tsx';
import { ClassShares } from './ClassShares.tsx';
import { EvaluatorNote } from './EvaluatorNote.tsx';
import { MeanDigits } from './MeanDigits.tsx';
import { MeasureBar } from './MeasureBar.tsx';
import { MeasureChoice } from './MeasureChoice.tsx';
import type { MeasureId, Subject } from './measures.ts';
import classes from './quality.module.css';
import { ScoreChart } from './ScoreChart.tsx';
import { ScoreTable } from './ScoreTable.tsx';
import { useQualityState, useScores, useShownScores, useSubject } from './useQuality.ts';

const VIEWS = ['curves', 'table', 'classes', 'means', 'gradient'] as const;
type View = (typeof VIEWS)[number];
/** Points have no mean that would be a picture, and those along a curve have no classes either. */
const viewsOf = ({ inPlane, mixture }: Subject): readonly View[] =>
  VIEWS.filter((view) => !inPlane || (view !== 'means' && (view !== 'classes' || mixture)));

/** How good the samples are: measured when asked for or every so many steps, beside the training. */
export function QualityView() {
  const texts = useTexts('quality');
  const subject = useSubject();
  const [picked, setView] = useState<View>('curves');
  const views = viewsOf(subject);
  const view = views.includes(picked) ? picked : 'curves';
  return (
    <section className={classes.quality} aria-label={texts.label}>
      <MeasureBar />
      <div className={classes.said}>
        <EvaluatorNote />
      </div>
      <div className={classes.row}>
        <div role="radiogroup" aria-label={texts.view.label} className={classes.views}>
          {views.map((id) => (
            <label key={id} data-on={id === view || undefined}>
              <input type="radio" name="quality-view" checked={id === view} onChange={() => setView(id)} />
              {texts.view[id === 'classes' && subject.inPlane ? 'modes' : id]}
            </label>
          ))}
        </div>
        <MeasureChoice />
      </div>
      <div className={classes.stage}>
        <Shown view={view} />
      </div>
    </section>
  );
}

function Shown({ view }: { readonly view: View }) {
  const texts = useTexts('quality');
  const { history, scores } = useMember();
  const chosen = useQualityState(({ settings }) => settings.chosen) as readonly MeasureId[];
  const isEmpty = useScores().length === 0;
  const isEmptyThen = useShownScores().length === 0;
  // Charts of scores and of what each step measured are drawn in turns.
  const turns = useMemo(
    () =>
      createTurns((listener) => {
        const leave = [history.subscribe(listener), scores.subscribe(listener)];
        return () => {
          for (const end of leave) end();
        };
      }),
    [history, scores],
  );
  if (isEmpty && view !== 'gradient') return <p className={classes.empty}>{texts.empty}</p>;
  if (isEmptyThen && view !== 'gradient' && view !== 'curves')
    return <p className={classes.empty}>{texts.emptyThen}</p>;
  switch (view) {
    case 'curves':
      return (
        <div className={classes.curves} data-many={chosen.length > 3 || undefined}>
          {chosen.map((id) => (
            <ScoreChart key={id} id={id} turns={turns} />
          ))}
        </div>
      );
    case 'table':
      return <ScoreTable />;
    case 'classes':
      return <ClassShares />;
    case 'means':
      return <MeanDigits />;
    case 'gradient':
      return <BesideGradient turns={turns} />;
    default:
      return view satisfies never;
  }
}
