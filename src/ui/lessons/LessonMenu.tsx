import { formatsNow, useTexts } from '../../i18n/index.ts';
import { lessons } from '../../lessons/index.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { Bubble } from '../bar/Bubble.tsx';
import { Chevron } from '../components/Chevron.tsx';
import lines from '../components/line.module.css';
import { useLayout } from '../layout.ts';
import { keyOf, openLesson, useLearner } from './learner.ts';
import classes from './lessons.module.css';
import { titleOf } from './titleOf.ts';

/** “3 of 14”, which opens the list of all. */
export function LessonMenu({ lesson }: { readonly lesson: Lesson }) {
  const texts = useTexts('lessons');
  const place = texts.place({ place: lessons.indexOf(lesson) + 1, count: lessons.length });
  return (
    <Bubble
      label={formatsNow().named(texts.list, place)}
      className={classes.opener}
      align="start"
      face={
        <>
          {place} <Chevron down />
        </>
      }
    >
      {(close) => <LessonList onChosen={close} />}
    </Bubble>
  );
}

/** All lessons, with what is done of each. */
export function LessonList({ onChosen }: { onChosen?(): void }) {
  const texts = useTexts('lessons');
  const answers = useLearner((state) => state.answers);
  const open = useLayout((state) => state.lesson);
  const choose = (id: string): void => {
    openLesson(id);
    onChosen?.();
  };
  return (
    <>
      <ol className={classes.list} aria-label={texts.list}>
        {lessons.map(({ id, minutes, steps }) => {
          const passed = steps.filter((step) => answers[keyOf(id, step.id)]?.passed).length;
          return (
            <li key={id}>
              <button
                type="button"
                className={`${lines.line} ${classes.lesson}`}
                aria-current={id === open || undefined}
                onClick={() => choose(id)}
              >
                <span>{titleOf(texts.title, id)}</span>
                <small>{texts.passed({ passed, steps: steps.length }) || texts.minutes({ minutes })}</small>
              </button>
            </li>
          );
        })}
      </ol>
      <button type="button" className={classes.links} popoverTarget="links">
        {texts.links.open}
      </button>
    </>
  );
}
