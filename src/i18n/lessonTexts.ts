/** The texts of a lesson, shaped by its data: the compiler names a step or a prediction that has none. */
import type { Lesson, LessonStep } from '../lessons/lesson.ts';

/** What is said of one step. D and G, where they stand alone, are shown in their colours. */
export interface StepTexts<Option extends string = string> {
  readonly title: string;
  /** Before anything is run, a paragraph each. */
  readonly says: readonly string[];
  /** The question whose answers are the options; also over a setting to be chosen. */
  readonly asks: string;
  readonly options: { readonly [Name in Option]: string };
  /** Whose curve is to be drawn, where one is: in words that were said, and of which run if there are several. */
  readonly curve?: string;
  /** What is measured in the end. */
  readonly goal: string;
  /** Afterwards. */
  readonly why: readonly string[];
  /** Something to try on one's own. */
  readonly more: string;
  /** Where the goal is not met. */
  readonly hint: string;
  /** What the recorded picture shows. */
  readonly picture: string;
}

type OptionOf<Step> = Step extends {
  readonly predict: { readonly options: readonly (infer Option extends string)[] };
}
  ? Option
  : never;

/** A step at which a curve is drawn says whose; no other does. */
type CurveOf<Step> = Step extends { readonly predict: { readonly kind: 'sketch' } }
  ? { readonly curve: string }
  : { readonly curve?: never };

/** Of each step by its id. */
export type LessonTexts<Told extends Lesson = Lesson> = {
  readonly [Step in Told['steps'][number] as Step['id']]: StepTexts<Step extends LessonStep ? OptionOf<Step> : never> &
    CurveOf<Step>;
};

/** As who shows any lesson reads them. */
export type AnyLessonTexts = Readonly<Record<string, StepTexts>>;
