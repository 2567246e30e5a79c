/** The page's state besides its runs. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DataSetInfo } from '../../core/dataSet.ts';
import type { EngineErrorData } from '../../core/errors.ts';
import type { KeptForm, Lost, RunId, SampleView } from '../../protocol/index.ts';
import { type Curves, noCurves } from './curves.ts';
import type { LinkProblem } from './hash.ts';
import { type Member, type MemberState, stateOf } from './member.ts';
import { OPENING, type Phase, phaseOf } from './phase.ts';

/** Images of the person's own: what was brought, and what is being brought. */
export interface BringState {
  readonly sets: readonly DataSetInfo[];
  /** Whether the page is asking for files, or showing what becomes of them. */
  readonly open: boolean;
  /** Bytes or pictures decoded, of so many; a total of 0 until it is known. */
  readonly job: { readonly name: string; readonly done: number; readonly total: number } | null;
  readonly error: EngineErrorData | null;
}

/** A group that was put aside. Its members keep all that the page knows of them. */
export interface AsideGroup {
  /** Its place in the order in which groups were put aside. */
  readonly id: number;
  readonly members: readonly Member[];
  /** What the engine keeps of each, as far as it has said so. `gone`: there is the checkpoint that the page was given. */
  readonly kept: ReadonlyMap<RunId, { readonly form: KeptForm; readonly bytes: number }>;
}

/** Where the runs on the screen are together. */
export interface GroupState {
  readonly phase: Phase;
  readonly step: number;
  readonly epoch: number;
  readonly epochProgress: number;
  readonly stepsPerSecond: number | null;
  readonly frames: number;
}

/** A step of the past that is looked at, while the training goes on. */
export interface Looking {
  readonly step: number;
  /** The picture of each run on the screen as it was then; null where there is none. */
  readonly pictures: readonly (SampleView | null)[];
}

/** What has just become of a group: a word that goes by itself. */
export type Toast =
  | { readonly kind: 'aside'; readonly id: number; readonly recipes: readonly string[]; readonly step: number }
  /** It was left out because there are so many. */
  | { readonly kind: 'forgotten'; readonly recipes: readonly string[]; readonly step: number };

export interface PageState {
  /** The runs on the screen: one to four, in lock step. Empty only before the first is opened. */
  readonly members: readonly Member[];
  readonly group: GroupState;
  /** Null while one sees what is newest. */
  readonly looking: Looking | null;
  /** Whether somebody looks on while single steps are taken, line by line. */
  readonly slowly: boolean;
  /** Of the link: start training at once, and pause after a step; 0 for never. */
  readonly run: boolean;
  readonly stop: number;
  /** Newest first. */
  readonly aside: readonly AsideGroup[];
  readonly toast: Toast | null;
  /** Why the engine is not there; null while it is. */
  readonly lost: Omit<Lost, 'type'> | null;
  /** Accuracies of earlier runs, to compare with. */
  readonly curves: Curves;
  readonly dataLoaded: { readonly data: string; readonly loaded: number; readonly total: number } | null;
  /** What the link said and the page could not read. */
  readonly problems: readonly LinkProblem[];
  /** The system of which a trained model is being fetched, and how much of it has come. */
  readonly fetching: { readonly name: string; readonly bytes: number } | null;
  /** What went wrong and stops no run. */
  readonly problem: EngineErrorData | null;
  readonly bring: BringState;
}

export type PageStore = StoreApi<PageState>;

const BEFORE: GroupState = {
  phase: OPENING,
  step: 0,
  epoch: 0,
  epochProgress: 0,
  stepsPerSecond: null,
  frames: 0,
};

export const createPageStore = (): PageStore =>
  createStore<PageState>(() => ({
    members: [],
    group: BEFORE,
    looking: null,
    slowly: false,
    run: false,
    stop: 0,
    aside: [],
    toast: null,
    lost: null,
    curves: noCurves,
    dataLoaded: null,
    problems: [],
    fetching: null,
    problem: null,
    bring: { sets: [], open: false, job: null, error: null },
  }));

/** Where runs are together, in the words of one. */
export function groupOf(states: readonly MemberState[]): GroupState {
  const sound = states.filter(({ phase }) => phase.kind !== 'failed');
  const [first] = sound.length > 0 ? sound : states;
  if (!first) return BEFORE;
  const { epoch, epochProgress, stepsPerSecond } = first;
  return {
    phase: phaseOf(states.map(({ phase }) => phase)),
    step: Math.min(...(sound.length > 0 ? sound : states).map(({ step }) => step)),
    epoch,
    epochProgress,
    stepsPerSecond,
    frames: states.reduce((sum, { frames }) => sum + frames, 0),
  };
}

export const recipesOf = (members: readonly Member[]): readonly string[] =>
  members.map((member) => stateOf(member).opened.recipe);
