import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import type { AnyLessonTexts } from '../../i18n/lessonTexts.ts';
import { lessons } from '../../lessons/index.ts';
import type { Lesson, LessonStep } from '../../lessons/lesson.ts';
import { LessonMenu } from './LessonMenu.tsx';
import { keyOf, openLesson, useLearner } from './learner.ts';
import classes from './lessons.module.css';
import { Reading } from './Reading.tsx';
import { StepBody } from './StepBody.tsx';
import { titleOf } from './titleOf.ts';
import { useLessonTexts } from './useLessonTexts.ts';

/** One step of a lesson, with the way to the others. */
export function LessonCard({ lesson }: { readonly lesson: Lesson }) {
  const texts = useTexts('lessons');
  const page = useTexts();
  const at = Math.min(
    useLearner((state) => state.at[lesson.id] ?? 0),
    lesson.steps.length - 1,
  );
  const step = lesson.steps[at] as LessonStep;
  const found = useLessonTexts(lesson.id);
  const [reading, setReading] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(at);
  // Whoever goes on is read the new step, and sees it from its beginning.
  useEffect(() => {
    if (shown.current === at) return;
    shown.current = at;
    heading.current?.focus();
  }, [at]);
  return (
    <article className={classes.card} aria-label={texts.label}>
      <div className={classes.top}>
        <Bars lesson={lesson} at={at} />
        <LessonMenu lesson={lesson} />
      </div>
      <div className={classes.scroll} key={step.id}>
        {found.kind === 'texts' && (
          <>
            <p className={classes.over}>
              {titleOf(texts.title, lesson.id)}
              <button type="button" onClick={() => setReading(!reading)}>
                {reading ? texts.doIt : texts.read}
              </button>
            </p>
            {reading ? (
              <Reading lesson={lesson} texts={found.texts} />
            ) : (
              <>
                <h2 ref={heading} tabIndex={-1}>
                  {found.texts[step.id]?.title}
                </h2>
                <StepBody lesson={lesson} step={step} words={wordsOf(found.texts, step)} />
              </>
            )}
          </>
        )}
        {found.kind === 'missing' && (
          <p role="alert">
            {page.late.missing({ part: page.late.part.lessons })}{' '}
            <Button size="compact-xs" variant="default" onClick={found.again}>
              {page.error.retry}
            </Button>
          </p>
        )}
      </div>
      {!reading && <Ways lesson={lesson} at={at} />}
    </article>
  );
}

/** The compiler knows that every step has its texts; here a step is any. */
function wordsOf(texts: AnyLessonTexts, { id }: LessonStep) {
  const words = texts[id];
  if (!words) throw new Error(`The step “${id}” has no texts.`);
  return words;
}

/** A bar for each step: those that are passed, and the one on the card. */
function Bars({ lesson, at }: { readonly lesson: Lesson; readonly at: number }) {
  const texts = useTexts('lessons');
  const passed = useLearner(({ answers }) =>
    lesson.steps.map(({ id }) => (answers[keyOf(lesson.id, id)]?.passed ? '1' : '0')).join(''),
  );
  const steps = lesson.steps.length;
  return (
    <div className={classes.bars} role="img" aria-label={texts.stepOf({ step: at + 1, steps })}>
      {lesson.steps.map(({ id }, i) => (
        <span key={id} data-passed={passed[i] === '1'} data-now={i === at} />
      ))}
    </div>
  );
}

/** Back and on; on is offered loudly once the goal is met. */
function Ways({ lesson, at }: { readonly lesson: Lesson; readonly at: number }) {
  const texts = useTexts('lessons');
  const { id } = lesson.steps[at] as LessonStep;
  const passed = useLearner(({ answers }) => answers[keyOf(lesson.id, id)]?.passed === true);
  const before = lessons[lessons.indexOf(lesson) - 1];
  const after = lessons[lessons.indexOf(lesson) + 1];
  const last = at === lesson.steps.length - 1;
  const back = (): void => {
    if (at > 0) openLesson(lesson.id, at - 1);
    else if (before) openLesson(before.id, before.steps.length - 1);
    else openLesson('');
  };
  const on = (): void => {
    if (!last) openLesson(lesson.id, at + 1);
    else openLesson(after?.id ?? '', 0);
  };
  return (
    <footer className={classes.ways}>
      <Button variant="subtle" size="compact-sm" onClick={back}>
        ‹ {texts.back}
      </Button>
      <Button variant={passed ? 'filled' : 'subtle'} size="compact-sm" onClick={on}>
        {passed ? texts.next : texts.skip} ›
      </Button>
    </footer>
  );
}
