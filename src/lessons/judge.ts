/** Whether what a step of a lesson sets off has run, and what came of it: pure functions. */
import type { Act, Choices, Goal, LessonStep } from './lesson.ts';
import { marksNow, type Seen, type SeenRun } from './seen.ts';
import { type Curve, courseOf } from './sketch.ts';

/** What came of a step that has run. */
export interface Verdict {
  /** What was measured; null where it cannot be said. */
  readonly value: number | null;
  readonly met: boolean;
  /** Which of the things that were to be predicted has happened; null where none has. */
  readonly happened: string | null;
  /** How the scalar went whose curve was to be drawn; null where none was, or nothing was measured. */
  readonly course: Curve | null;
}

export const isMet = ({ is, target }: Goal, value: number | null): boolean =>
  value !== null && (is === 'atLeast' ? value >= target : value <= target);

/** The picture that goals read is of the step that the run is at. */
const isDrawn = ({ view, step }: SeenRun): boolean => view?.step === step;

/** Whether all that the act sets off is there to be judged, in runs that rest. */
export function hasRun(act: Act, from: number, seen: Seen): boolean {
  if (seen.length === 0) return false;
  switch (act.kind) {
    case 'train': {
      const { until, scored, examined } = act;
      const isScored = (run: SeenRun): boolean => !scored || run.scores.at(-1)?.step === run.step;
      const isExamined = (run: SeenRun): boolean => !examined || marksNow(run) !== null;
      return seen.every((run) => run.step >= until && isDrawn(run) && isScored(run) && isExamined(run));
    }
    case 'step':
      return seen.every(({ step, effect }) => step > from && effect?.part === act.part && effect.step === step);
    case 'walk':
      return seen.every(({ walk }) => walk !== undefined);
    default:
      return act satisfies never;
  }
}

/** What is asked of a step once it has run; null where nothing is. */
export const askedAfterwards = ({ predict }: LessonStep): Choices | null =>
  predict && predict.kind !== 'sketch' && predict.afterwards ? predict : null;

/** Whether a step is passed: its goal is met, and what was asked of what is seen is answered as it is. */
export const isPassed = (step: LessonStep, { met, happened }: Verdict, answer: string | null): boolean =>
  met && (!askedAfterwards(step) || (answer !== null && answer === happened));

/** What came of what was to be predicted. */
function outcomeOf({ predict, act, from = 0 }: LessonStep, seen: Seen): Pick<Verdict, 'happened' | 'course'> {
  if (predict?.kind !== 'sketch') return { happened: predict?.happened(seen) ?? null, course: null };
  const run = seen[predict.member ?? 0];
  const course = run && act.kind === 'train' ? courseOf(run.history, predict.scalar, from, act.until) : null;
  return { happened: null, course };
}

export function judge(step: LessonStep, seen: Seen): Verdict {
  const value = step.goal.value(seen);
  return { value, met: isMet(step.goal, value), ...outcomeOf(step, seen) };
}
