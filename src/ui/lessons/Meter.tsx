import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/index.ts';
import type { StepTexts } from '../../i18n/lessonTexts.ts';
import type { LessonStep } from '../../lessons/lesson.ts';
import { useLayout } from '../layout.ts';
import { Coloured } from './Coloured.tsx';
import { type Answer, useLearner } from './learner.ts';
import classes from './lessons.module.css';

/** What is measured, what it has to be, and what it is. */
export function Meter({
  step,
  words,
  answer,
}: {
  readonly step: LessonStep;
  readonly words: StepTexts;
  readonly answer: Answer;
}) {
  const texts = useTexts('lessons');
  const attempt = useLearner((state) => state.attempt);
  const { goal, act, from = 0 } = step;
  const write = texts.goal[goal.unit];
  const target = texts.goal[goal.is]({ target: write({ value: goal.target }) });
  const value = answer.verdict?.value;
  const until = act.kind === 'train' ? act.until : from + 1;
  const running = attempt.kind === 'running' || attempt.kind === 'halted';
  const place = useRef<HTMLDivElement>(null);
  const wasRunning = useRef(running);
  const unseen = useRef(false);
  const pane = useLayout((state) => state.pane);
  // What came of it, and why, is below: who has waited for it sees it; on a phone as soon as the lesson is seen again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pane decides whether it is seen
  useEffect(() => {
    if (running) unseen.current = false;
    else if (wasRunning.current) unseen.current = answer.verdict !== null;
    wasRunning.current = running;
    if (!unseen.current || !place.current?.checkVisibility()) return;
    unseen.current = false;
    place.current.scrollIntoView({ block: 'start' });
  }, [running, answer.verdict, pane]);
  return (
    <div
      ref={place}
      className={classes.meter}
      role="status"
      aria-label={texts.goal.label}
      data-met={answer.verdict?.met}
    >
      <p>
        <Coloured>{words.goal}</Coloured> <small>{target}</small>
      </p>
      <p className={classes.value}>
        {running && texts.running({ step: attempt.step, until })}
        {attempt.kind === 'preparing' && texts.preparing}
        {attempt.kind === 'failed' && texts.failed}
        {attempt.kind === 'none' && answer.verdict && (
          <>
            <b>{value === null || value === undefined ? texts.goal.none : write({ value })}</b>{' '}
            <span>{answer.verdict.met ? texts.goal.met : texts.goal.unmet}</span>
          </>
        )}
      </p>
      {running && <progress max={until - from} value={Math.min(until, attempt.step) - from} aria-hidden="true" />}
    </div>
  );
}
