import type { LessonStep } from '../../lessons/lesson.ts';
import type { Controller } from '../state/controller.ts';
import { begin } from './attempt.ts';
import { type Answer, answer as keep, useLearner } from './learner.ts';

let end = (): void => undefined;

/** Runs a step with what was answered; one at a time. */
export function runStep(controller: Controller, name: string, step: LessonStep, { chosen }: Answer): void {
  end();
  keep(name, { verdict: null });
  const changes = step.choose && chosen !== null ? { [step.choose.param]: chosen } : {};
  end = begin(controller, step, changes, {
    onAttempt: (attempt) => useLearner.setState({ attempt }),
    onVerdict(verdict) {
      const { answers } = useLearner.getState();
      keep(name, { verdict, passed: verdict.met || answers[name]?.passed === true });
      useLearner.setState({ attempt: { kind: 'none' } });
    },
  });
}
