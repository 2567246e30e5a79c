import { askedAfterwards, isPassed } from '../../lessons/judge.ts';
import type { LessonStep } from '../../lessons/lesson.ts';
import type { Controller } from '../state/controller.ts';
import { begin } from './attempt.ts';
import { type Answer, answer as keep, useLearner } from './learner.ts';
import { showWalk } from './showWalk.ts';

let end = (): void => undefined;

/** Runs a step with what was answered; one at a time. */
export function runStep(controller: Controller, name: string, step: LessonStep, { chosen }: Answer): void {
  end();
  // What is seen anew is asked anew.
  keep(name, { verdict: null, ...(askedAfterwards(step) && { prediction: null }) });
  const changes = step.choose && chosen !== null ? { [step.choose.param]: chosen } : {};
  end = begin(controller, step, changes, {
    onAttempt: (attempt) => useLearner.setState({ attempt }),
    onVerdict(verdict) {
      const before = useLearner.getState().answers[name];
      const passed = isPassed(step, verdict, before?.prediction ?? null) || before?.passed === true;
      keep(name, { verdict, passed });
      useLearner.setState({ attempt: { kind: 'none' } });
      showWalk(controller, step).catch(console.warn);
    },
  });
}
