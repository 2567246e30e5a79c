/**
 * What a lesson is, as plain data. One idea in a few steps: predict, run, see both side by side, then why. What a step
 * wants is measured, so pressing buttons alone passes none.
 */
import type { EditedNetworks, StepPart } from '../core/config.ts';
import type { ParamValue, ParamValues } from '../core/params.ts';
import type { ScalarName } from '../core/scalars.ts';
import type { Seen } from './seen.ts';

/** Runs to begin with, beside each other if there are several. */
export interface Setup {
  readonly data: string;
  readonly seed: number;
  /** One to four. */
  readonly members: readonly SetupMember[];
  /**
   * It begins with the trained model of this system, which lies beside the page, at the step where its training ended
   * (`from`). The only member has the settings of that model.
   */
  readonly model?: string;
}

/** One run. Networks are the recipe's own where none are named, in the text form of `core/layerText.ts`. */
export interface SetupMember extends EditedNetworks {
  readonly recipe: string;
  /** What differs from the recipe's defaults on this data. */
  readonly params: ParamValues;
}

/** What is measured of the samples when the training has ended. */
export interface Scored {
  /** How many are drawn, as many real examples beside them; what the engine takes. */
  readonly samples: number;
  /** Quality measures, by their ids. */
  readonly chosen: readonly string[];
}

/** What the learner sets off. */
export type Act =
  /**
   * Trains to this step, and pauses there. `examined`: D's marks of that step are read, so it begins when all of the data
   * are there, whose last part D is examined on.
   */
  | { readonly kind: 'train'; readonly until: number; readonly scored?: Scored; readonly examined?: true }
  /** Takes one step of one network, or of both. */
  | { readonly kind: 'step'; readonly part: StepPart }
  /** Trains nothing: G draws what lies half way between the samples of two rows of the grid, of the same classes. */
  | { readonly kind: 'walk'; readonly rows: readonly [from: number, to: number] };

/** One parameter that the learner chooses before it runs; all members that have it take it. */
export interface Choice {
  readonly param: string;
  /** The parameter's own values. */
  readonly options: readonly ParamValue[];
  /** With this the step's point is made. */
  readonly right: ParamValue;
}

/** What is expected, asked before it runs: one of several, or a curve. */
export type Prediction = Choices | Sketch;

/** What may happen, to be chosen from. */
export interface Choices {
  readonly kind?: 'choices';
  /** Their names, in the order in which they are offered. */
  readonly options: readonly string[];
  /** Which of them has happened: measured, so that it is true of this very run. */
  happened(seen: Seen): string | null;
  /**
   * Asked when it has run, of what is seen then. Until it is answered as it is, the step is not passed, and the page does
   * not tell in what the runs differ.
   */
  readonly afterwards?: true;
}

/** How a scalar will go over the steps that run, to be drawn. Only for steps that train. */
export interface Sketch {
  readonly kind: 'sketch';
  readonly scalar: ScalarName;
  /** Of which of the setup's members, from 0; of the first by default. The texts name it. */
  readonly member?: number;
  /** What the axis shows, in the scalar's own unit: from the lower value to the higher. */
  readonly range: readonly [number, number];
}

/** A number that is measured when the step has run, and what it has to be. */
export interface Goal {
  /** Null where it cannot be said. */
  value(seen: Seen): number | null;
  readonly is: 'atLeast' | 'atMost';
  readonly target: number;
  /** How the number is written. */
  readonly unit: 'count' | 'share' | 'number';
}

/** A way in which the point is not made: the goal must not be met. Tests try it. */
export interface WrongWay {
  readonly params?: ParamValues;
  readonly act?: Act;
}

export interface LessonStep {
  readonly id: string;
  readonly setup: Setup;
  /** So many steps have been trained when the act begins; 0 by default. A run on the screen that is there is used. */
  readonly from?: number;
  readonly choose?: Choice;
  readonly predict?: Prediction;
  readonly act: Act;
  readonly goal: Goal;
  readonly wrong: WrongWay;
}

export interface Lesson {
  /** As its file is named, and as a link has it. */
  readonly id: string;
  /** Place in the list, from 1; each its own. */
  readonly place: number;
  /** About so long it takes. */
  readonly minutes: number;
  readonly steps: readonly LessonStep[];
}

/** Keeps the names of steps and options, from which the texts' shape derives. */
export const defineLesson = <const Defined extends Lesson>(lesson: Defined): Defined => lesson;
