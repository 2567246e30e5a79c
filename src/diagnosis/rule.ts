/** What a diagnosis looks at, and what it finds. Plain data: engine, page and tests can make it. */
import type { Inspection } from '../core/inspection.ts';
import type { ParamSpecs, ParamValues } from '../core/params.ts';
import type { ScalarName } from '../core/scalars.ts';
import type { Scale } from '../gan/objective.ts';

/** What a run has measured so far, oldest first; NaN where a step did not measure it. */
export interface ScalarHistory {
  readonly length: number;
  steps(): Float64Array;
  column(name: ScalarName): Float32Array;
}

/** A quality measure's value at one moment; the part of `metrics/score.ts` that rules read. */
export interface ScoreValue {
  readonly id: string;
  readonly value: number;
  /** The same of held-out real examples. */
  readonly floor: number;
  readonly interval: { readonly low: number; readonly high: number };
}

export interface ScoresAt {
  readonly step: number;
  readonly scores: readonly ScoreValue[];
}

/** The run behind the history. */
export interface Context {
  /** Null where D's outputs have no unit. */
  readonly scale: Scale | null;
  readonly params: ParamValues;
  readonly specs: ParamSpecs;
  /** Whether the recipe could be trained with these changes. */
  accepts(changes: ParamValues): boolean;
  /** Quality scores so far, oldest first; empty where none were taken. */
  readonly scores: readonly ScoresAt[];
  /** The last look inside, or null. */
  readonly inspection: Inspection | null;
  /** True if the run has stopped because a value was no longer a finite number. */
  readonly isNonFinite: boolean;
}

/** Where it can be seen: in these series (scalars, or quality measures by their id) over these steps. */
export interface Evidence {
  readonly series: readonly string[];
  readonly fromStep: number;
  readonly toStep: number;
  /** The class whose examples show it. */
  readonly label?: number;
}

/** Settings that would help. */
export interface Suggestion {
  readonly changes: ParamValues;
  /** Whether it takes a new run. */
  readonly restart: boolean;
}

export interface Finding {
  /** The rule's. Page and docs have its sentence under this name. */
  readonly id: string;
  readonly evidence: Evidence;
  readonly suggestion: Suggestion | null;
  /** Numbers and names that the sentence mentions. */
  readonly details?: Readonly<Record<string, string | number>>;
}

/** One way in which a training goes wrong. */
export interface Rule {
  readonly id: string;
  /** So many checkpoints in a row must agree before it is said; 0 for what is certain at once. */
  readonly patience: number;
  /** What the rule finds at the end of a history, or null. Rules say nothing of what was not measured. */
  examine(history: ScalarHistory, context: Context): Finding | null;
}
