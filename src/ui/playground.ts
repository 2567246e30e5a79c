import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { DataSetInfo } from '../core/dataSet.ts';
import type { ParamSpecs } from '../core/params.ts';
import { findDataSet } from '../data/sets/index.ts';
import type { Recipe } from '../gan/recipe.ts';
import type { SampleView } from '../protocol/index.ts';
import type { Controller } from './state/controller.ts';
import type { Member, MemberState } from './state/member.ts';
import { recipeOf, specsOf } from './state/settings.ts';
import type { GroupState, PageState } from './state/store.ts';
import type { PageView } from './view.ts';

/** What steers the page, and its state besides the runs. */
export const ControllerContext = createContext<Controller | null>(null);

/** The run that a part of the page is about: each its own in a comparison, the first where it is about all. */
export const MemberContext = createContext<Member | null>(null);

/** What of the page a link tells of. */
export const ViewContext = createContext<PageView | null>(null);

export function usePageView(): PageView {
  const view = useContext(ViewContext);
  if (!view) throw new Error('This component is used outside the playground.');
  return view;
}

export function useController(): Controller {
  const controller = useContext(ControllerContext);
  if (!controller) throw new Error('This component is used outside the playground.');
  return controller;
}

export function useMember(): Member {
  const member = useContext(MemberContext);
  if (!member) throw new Error('This component is used where no run is shown.');
  return member;
}

/** Each subscribes to a part of the state; `select` must return something that is equal while nothing changed. */
export const usePage = <Selected>(select: (state: PageState) => Selected): Selected =>
  useStore(useController().page, select);

/** Of all runs on the screen together. */
export const useGroup = <Selected>(select: (state: GroupState) => Selected): Selected =>
  usePage(({ group }) => select(group));

/** Of the run that this part of the page is about. */
export const useRun = <Selected>(select: (state: MemberState) => Selected): Selected =>
  useStore(useMember().store, select);

/** The step of the past that is looked at; null while one sees what is newest. */
export const useLooked = (): number | null => usePage(({ looking }) => looking?.step ?? null);

/** What is seen of the run that this part of the page is about: its newest picture, or that of the step looked at. */
export function usePicture(): SampleView | null {
  const member = useMember();
  const past = usePage(({ looking, members }) => looking?.pictures[members.indexOf(member)] ?? null);
  const newest = useRun(({ grid }) => grid);
  return past ?? newest;
}

/** The parameters of the recipe on the kind of data that is chosen. */
export const useSpecs = (): ParamSpecs => useRun(({ wanted }) => specsOf(wanted));

/** Of those that come with the page, or were brought. */
export function useDataSet(id: string): DataSetInfo | undefined {
  const brought = usePage((state) => state.bring.sets);
  return brought.find((set) => set.id === id) ?? findDataSet(id);
}

export const useRecipe = (): Recipe => recipeOf(useRun(({ wanted }) => wanted.recipe));
