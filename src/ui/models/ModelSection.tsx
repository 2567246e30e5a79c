import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { ModelCard } from '../../core/modelCard.ts';
import { findDataSet } from '../../data/sets/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { useController, useRecipe } from '../playground.ts';
import classes from '../runs/runs.module.css';
import { askForCards, useCards } from './cards.ts';

/** The trained model of the system on the screen: what it was made with and what it is worth, and the way to it. */
export function ModelSection({ onDone }: { readonly onDone: () => void }) {
  const texts = useTexts('runs').model;
  const controller = useController();
  const { id, name } = useRecipe();
  const { state, cards } = useCards();
  useEffect(() => void askForCards(), []);
  const card = cards?.[id];
  return (
    <section aria-label={texts.title({ name })}>
      <h2>{texts.title({ name })}</h2>
      <div className={classes.model}>
        <div className={classes.words}>
          {card ? (
            <Card {...card} />
          ) : (
            <span className={classes.soft}>{state === 'missing' ? texts.noCard : texts.wait}</span>
          )}
          <span className={classes.soft}>{texts.anew}</span>
        </div>
        <Button
          size="compact-xs"
          aria-label={texts.openHint({ name })}
          onClick={() => {
            onDone();
            void controller.openModel(id);
          }}
        >
          {texts.open}
        </Button>
      </div>
    </section>
  );
}

function Card({ data, width, batch, steps, seed, bytes, samples, scores, accuracy }: ModelCard) {
  const texts = useTexts('runs').model;
  const { frechet, precision, recall, agreement } = scores;
  return (
    <>
      <span>
        {findDataSet(data)?.name ?? data} · {texts.made({ width, batch, steps, seed })}
      </span>
      <span className={classes.soft}>
        {[
          texts.frechet(frechet),
          texts.precision({ precision: precision.value, recall: recall.value }),
          ...(agreement ? [texts.agreement(agreement)] : []),
          ...(accuracy === undefined ? [] : [texts.accuracy({ share: accuracy })]),
        ].join(' · ')}
      </span>
      <span className={classes.soft}>{texts.file({ kilobytes: bytes / 1000, samples })}</span>
    </>
  );
}
