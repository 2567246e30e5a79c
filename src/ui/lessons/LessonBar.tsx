import { useTexts } from '../../i18n/index.ts';
import { findLesson } from '../../lessons/index.ts';
import { showPane, useLayout } from '../layout.ts';
import { keyOf, useLearner } from './learner.ts';
import classes from './lessons.module.css';
import { titleOf } from './titleOf.ts';

/** On a phone, while another part of the page is seen: how the lesson stands, and the way back to it. */
export function LessonBar() {
  const texts = useTexts('lessons');
  const lesson = findLesson(useLayout((state) => state.lesson));
  const step = useLearner(({ at }) => lesson?.steps[at[lesson.id] ?? 0]);
  const attempt = useLearner((state) => state.attempt);
  const verdict = useLearner(({ answers }) => lesson && step && answers[keyOf(lesson.id, step.id)]?.verdict);
  if (!lesson || !step) return null;
  const until = step.act.kind === 'train' ? step.act.until : (step.from ?? 0) + 1;
  const state = (): string => {
    if (attempt.kind === 'running' || attempt.kind === 'halted') return texts.running({ step: attempt.step, until });
    if (attempt.kind === 'preparing') return texts.preparing;
    if (attempt.kind === 'failed') return texts.failed;
    return verdict ? (verdict.met ? texts.goal.met : texts.goal.unmet) : titleOf(texts.title, lesson.id);
  };
  return (
    <button type="button" className={classes.bar} onClick={() => showPane('lesson')}>
      <span>{state()}</span>
      <b>{verdict ? texts.result : texts.toLesson} ›</b>
    </button>
  );
}
