import { Button } from '@mantine/core';
import { useTexts } from '../../i18n/index.ts';
import type { AnyLessonTexts, StepTexts } from '../../i18n/lessonTexts.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { PANEL, recordedWidth } from '../../lessons/recorded.ts';
import { SideBySide } from './Aftermath.tsx';
import { Coloured } from './Coloured.tsx';
import { keyOf, useLearner } from './learner.ts';
import classes from './lessons.module.css';
import { titleOf } from './titleOf.ts';

/** A whole lesson for who only scrolls, with pictures of runs that were recorded; it is what is printed, too. */
export function Reading({ lesson, texts: words }: { readonly lesson: Lesson; readonly texts: AnyLessonTexts }) {
  const texts = useTexts('lessons');
  const answers = useLearner((state) => state.answers);
  return (
    <div className={classes.reading} data-print="lesson">
      <h1 className="on-paper">{titleOf(texts.title, lesson.id)}</h1>
      <Button className={classes.print ?? ''} variant="default" size="compact-sm" onClick={() => window.print()}>
        {texts.print}
      </Button>
      {lesson.steps.map((one) => {
        const { id, setup, predict } = one;
        const step = words[id];
        const answer = answers[keyOf(lesson.id, id)];
        if (!step) return null;
        return (
          <section key={id} aria-label={step.title}>
            <h3>{step.title}</h3>
            <Paragraphs of={step.says} />
            {/* Whoever reads draws nothing, and is asked for nothing. */}
            {predict?.kind !== 'sketch' && <Asked step={step} />}
            <img
              src={`./lessons/${lesson.id}-${id}.png`}
              width={recordedWidth(setup.members.length)}
              height={PANEL}
              loading="lazy"
              alt={step.picture}
            />
            {answer?.verdict && <SideBySide step={one} words={step} answer={answer} verdict={answer.verdict} />}
            <Paragraphs of={step.why} />
            <p>
              <b>{texts.more}:</b> <Coloured>{step.more}</Coloured>
            </p>
          </section>
        );
      })}
    </div>
  );
}

const Asked = ({ step: { asks, options } }: { readonly step: StepTexts }) => (
  <>
    <p>
      <b>
        <Coloured>{asks}</Coloured>
      </b>
    </p>
    <ul>
      {Object.entries(options).map(([option, text]) => (
        <li key={option}>
          <Coloured>{text}</Coloured>
        </li>
      ))}
    </ul>
  </>
);

const Paragraphs = ({ of }: { readonly of: readonly string[] }) =>
  of.map((paragraph) => (
    <p key={paragraph}>
      <Coloured>{paragraph}</Coloured>
    </p>
  ));
