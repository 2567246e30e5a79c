import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTexts } from '../../i18n/index.ts';
import type { StepTexts } from '../../i18n/lessonTexts.ts';
import { askedAfterwards } from '../../lessons/judge.ts';
import type { Lesson, LessonStep } from '../../lessons/lesson.ts';
import { showPane, useLayout } from '../layout.ts';
import { useController } from '../playground.ts';
import { useConcealing } from '../stage/concealed.ts';
import { Aftermath } from './Aftermath.tsx';
import { Ask, AskAfterwards } from './Ask.tsx';
import { setUp } from './attempt.ts';
import { Coloured } from './Coloured.tsx';
import { type Answer, keyOf, NO_ANSWER, useLearner } from './learner.ts';
import classes from './lessons.module.css';
import { Meter } from './Meter.tsx';
import { runStep } from './runStep.ts';

interface StepBodyProps {
  readonly lesson: Lesson;
  readonly step: LessonStep;
  readonly words: StepTexts;
}

/** What a step says, asks and measures, in this order: predict, run, see both side by side, why. */
export function StepBody({ lesson, step, words }: StepBodyProps) {
  const key = keyOf(lesson.id, step.id);
  const answer = useLearner(({ answers }) => answers[key]) ?? NO_ANSWER;
  const controller = useController();
  useEffect(() => setUp(controller, step), [controller, step]);
  useConcealing(askedAfterwards(step) !== null && !answer.passed);
  return (
    <>
      {words.says.map((paragraph) => (
        <p key={paragraph}>
          <Coloured>{paragraph}</Coloured>
        </p>
      ))}
      <Ask name={key} step={step} words={words} answer={answer} />
      <RunButton name={key} step={step} answer={answer} />
      <Meter step={step} words={words} answer={answer} />
      <AskAfterwards name={key} step={step} words={words} answer={answer} />
      {answer.verdict && <Aftermath step={step} words={words} answer={answer} verdict={answer.verdict} />}
    </>
  );
}

/** What is still to be answered before it can be run. */
function missingOf(
  { predict, choose }: LessonStep,
  { prediction, sketch, chosen }: Answer,
): 'first' | 'firstDraw' | 'firstSet' | null {
  if (choose && chosen === null) return 'firstSet';
  if (predict?.kind === 'sketch') return sketch ? null : 'firstDraw';
  return predict && !predict.afterwards && prediction === null ? 'first' : null;
}

function RunButton({
  name,
  step,
  answer,
}: {
  readonly name: string;
  readonly step: LessonStep;
  readonly answer: Answer;
}) {
  const texts = useTexts('lessons').run;
  const controller = useController();
  const attempt = useLearner((state) => state.attempt.kind);
  const missing = missingOf(step, answer);
  const busy = attempt === 'preparing' || attempt === 'running';
  const { act, from = 0 } = step;
  const run = (): void => {
    if (attempt === 'halted' && act.kind === 'train') controller.trainTo(act.until);
    else runStep(controller, name, step, answer);
    // On a phone, where the card would cover it.
    if (useLayout.getState().pane === 'lesson') showPane('picture');
  };
  const label = (): string => {
    if (attempt === 'halted') return texts.goOn;
    if (answer.verdict) return texts.again;
    if (act.kind === 'train') return texts.train({ steps: act.until - from });
    if (act.kind === 'walk') return texts.walk;
    return texts[`step${act.part === 'both' ? 'Both' : act.part}`];
  };
  return (
    <div className={classes.run}>
      <Button
        fullWidth
        disabled={missing !== null || busy}
        onClick={run}
        variant={answer.verdict ? 'default' : 'filled'}
      >
        {label()}
      </Button>
      {missing && <p className={classes.note}>{texts[missing]}</p>}
    </div>
  );
}
