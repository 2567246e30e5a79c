import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { DataSetInfo } from '../core/dataSet.ts';
import type { ParamSpecs } from '../core/params.ts';
import { findDataSet } from '../data/sets/index.ts';
import type { Recipe } from '../gan/recipe.ts';
import type { PlaygroundEngine } from '../protocol/index.ts';
import type { Comparison } from './state/comparison.ts';
import { recipeOf, specsOf } from './state/hash.ts';
import type { History } from './state/history.ts';
import type { ScoreHistory } from './state/scores.ts';
import type { Session } from './state/session.ts';
import type { PageState, PageStore } from './state/store.ts';

/** What `main.tsx` puts together, as the components see it. */
export interface Playground {
  readonly store: PageStore;
  readonly session: Session;
  readonly history: History;
  readonly scores: ScoreHistory;
  readonly engine: PlaygroundEngine;
}

export const PlaygroundContext = createContext<Playground | null>(null);

export function usePlayground(): Playground {
  const playground = useContext(PlaygroundContext);
  if (!playground) throw new Error('This component is used outside the playground.');
  return playground;
}

/** The systems that are compared; null where the page shows one of them. */
export const ComparisonContext = createContext<Comparison | null>(null);

export function useComparison(): Comparison {
  const comparison = useContext(ComparisonContext);
  if (!comparison) throw new Error('This component is used outside the page.');
  return comparison;
}

/** Subscribes to a part of the state; `select` must return something that is equal while nothing changed. */
export const usePage = <Selected>(select: (state: PageState) => Selected): Selected =>
  useStore(usePlayground().store, select);

export const useSession = (): Session => usePlayground().session;

/** The parameters of the recipe on the kind of data that is chosen. */
export const useSpecs = (): ParamSpecs => usePage((state) => specsOf(state.settings));

/** Of those that come with the page, or were brought. */
export function useDataSet(id: string): DataSetInfo | undefined {
  const brought = usePage((state) => state.bring.sets);
  return brought.find((set) => set.id === id) ?? findDataSet(id);
}

export const useRecipe = (): Recipe => recipeOf(usePage((state) => state.settings.recipe));
