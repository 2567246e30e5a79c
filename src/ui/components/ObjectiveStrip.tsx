import { useTexts } from '../../i18n/index.ts';
import { formulaOf } from '../formula.ts';
import { useRecipe, useRun } from '../playground.ts';
import { planOf } from '../state/plan.ts';
import classes from './ObjectiveStrip.module.css';

/** What each network minimises, and where it was published. */
export function ObjectiveStrip() {
  const texts = useTexts();
  const { paper } = useRecipe();
  const d = useRun(({ opened }) => formulaOf(planOf(opened), 'd'));
  const g = useRun(({ opened }) => formulaOf(planOf(opened), 'g'));
  const clipped = useRun(({ opened }) => planOf(opened).constraint?.bound);
  return (
    <footer className={classes.strip}>
      <p data-network="D">
        <span>{texts.objective.d}</span> <i>{d}</i>
        {clipped !== undefined && <> {texts.objective.clip({ bound: clipped })}</>}
      </p>
      <p data-network="G">
        <span>{texts.objective.g}</span> <i>{g}</i>
      </p>
      <p className={classes.paper}>
        {paper.authors} ({paper.year}). <cite>{paper.title}</cite>.{' '}
        <a href={`https://arxiv.org/abs/${paper.arxiv}`} target="_blank" rel="noreferrer">
          {texts.objective.paper({ arxiv: paper.arxiv })}
        </a>
      </p>
    </footer>
  );
}
