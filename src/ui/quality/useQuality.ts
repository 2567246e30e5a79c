import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useTexts } from '../../i18n/index.ts';
import type { Scores } from '../../protocol/index.ts';
import { useController, useDataSet, useLooked, useMember, useRecipe, useRun } from '../playground.ts';
import { directionOf, type MeasureId, nounOf, type Subject, subjectOf } from './measures.ts';
import { type Quality, type QualityState, qualityOf } from './quality.ts';
import { type Standings, standingOf } from './standing.ts';

export const useQuality = (): Quality => qualityOf(useController(), useMember());

/** Subscribes to a part of what is known of the measuring. */
export const useQualityState = <Selected>(select: (state: QualityState) => Selected): Selected =>
  useStore(useQuality().store, select);

/** All measurings of the run; renders anew with each. */
export function useScores(): readonly Scores[] {
  const { scores } = useMember();
  const [all, setAll] = useState(scores.all);
  useEffect(() => {
    setAll(scores.all());
    return scores.subscribe(() => setAll(scores.all()));
  }, [scores]);
  return all;
}

/** The measurings until the step that is looked at: the last of them is what one sees. */
export function useShownScores(): readonly Scores[] {
  const all = useScores();
  const looked = useLooked();
  return useMemo(() => (looked === null ? all : all.filter(({ step }) => step <= looked)), [all, looked]);
}

/** What real examples are called here. */
export function useNoun(): string {
  const texts = useTexts('quality');
  return texts.noun[nounOf(useDataSet(useRun(({ opened }) => opened.data)))];
}

/** Why a score can be better than what real examples get, in a sentence; null where it is not. */
export function useBeyond(): (id: MeasureId, row: Standings) => string | null {
  const texts = useTexts('quality');
  const noun = useNoun();
  return (id, row) => {
    const standing = standingOf(directionOf(id), row);
    switch (standing) {
      case 'short':
        return null;
      case 'chance':
        return texts.beyondByChance({ noun });
      case 'beyond':
        return texts.measure[id].beyond?.({ noun }) ?? null;
      default:
        return standing satisfies never;
    }
  };
}

/** What is measured here: it decides which measures mean something. */
export function useSubject(): Subject {
  const { conditional } = useRecipe();
  return subjectOf(conditional, useDataSet(useRun(({ opened }) => opened.data)));
}
