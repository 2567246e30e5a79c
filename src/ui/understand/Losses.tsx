import { useMemo } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { createTurns } from '../charts/turns.ts';
import { useMember, useRecipe } from '../playground.ts';
import { LastStep } from './LastStep.tsx';
import { LossTerms } from './LossTerms.tsx';
import classes from './understand.module.css';

/** What both networks minimise, with its numbers, what the last single step did, and where it was published. */
export function Losses() {
  const { history } = useMember();
  const turns = useMemo(() => createTurns(history.subscribe), [history]);
  return (
    <>
      <LossTerms network="D" turns={turns} />
      <LossTerms network="G" turns={turns} />
      <LastStep />
      <Paper />
    </>
  );
}

function Paper() {
  const texts = useTexts('understand').paper;
  const { paper } = useRecipe();
  return (
    <section className={classes.part}>
      <h3>{texts.title}</h3>
      <p>
        {paper.authors} ({paper.year}). <cite>{paper.title}</cite>.{' '}
        <a href={`https://arxiv.org/abs/${paper.arxiv}`} target="_blank" rel="noreferrer">
          {texts.link({ arxiv: paper.arxiv })}
        </a>
      </p>
    </section>
  );
}
