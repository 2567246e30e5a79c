/** What there is to see of the runs on the screen, and what goals read of it: pure functions. */
import type { ParamValues } from '../core/params.ts';
import type { ScalarName } from '../core/scalars.ts';
import type { PlaneView, SampleGrid, SampleView } from '../core/views.ts';
import type { ScalarHistory, ScoresAt, ScoreValue } from '../diagnosis/rule.ts';
import { valuesAfter } from '../diagnosis/window.ts';
import type { StepEffect } from '../protocol/effects.ts';
import { apart } from './pictures.ts';
import type { Walk } from './walk.ts';

export interface SeenRun {
  readonly recipe: string;
  readonly data: string;
  readonly params: ParamValues;
  readonly step: number;
  readonly history: ScalarHistory;
  readonly scores: readonly ScoresAt[];
  /** The newest picture. */
  readonly view: SampleView | null;
  /** What the last single step did; null once more than that was trained. */
  readonly effect: StepEffect | null;
  /** What G has drawn on a walk through the latent space, where the step is one. */
  readonly walk?: Walk;
}

/** One for each run on the screen. */
export type Seen = readonly SeenRun[];

/** Mean of what was measured over the last `window` steps; null if nothing was. */
export function lately(run: SeenRun | undefined, name: ScalarName, window: number): number | null {
  if (!run) return null;
  const values = valuesAfter(run.history, name, run.step - window);
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}

/** Share of the official test examples whose class D knows, at the very step that the run is at; null if it was not examined there. */
export const marksNow = (run: SeenRun | undefined): number | null => lately(run, 'accuracyTest', 1);

/** What this quality measure found last, of the samples and of real examples in their place; null if it was not taken. */
export const scoreOf = (run: SeenRun | undefined, id: string): ScoreValue | null =>
  run?.scores.at(-1)?.scores.find((score) => score.id === id) ?? null;

/** Images that the newest picture shows; null where there is none, or it is of points. */
export const gridOf = (run: SeenRun | undefined): SampleGrid | null => (run?.view?.kind === 'images' ? run.view : null);

/** How far the pictures of two runs are apart, as `apart` has it; null where there are none. */
export function picturesApart([first, second]: Seen): number | null {
  const [a, b] = [gridOf(first), gridOf(second)];
  return a && b && apart(a, b);
}

/** Points of the plane that the newest picture shows; null where there is none, or it is of digits. */
export const planeOf = (run: SeenRun | undefined): PlaneView | null => (run?.view?.kind === 'plane' ? run.view : null);
