import { Button } from '@mantine/core';
import { useTexts } from '../../i18n/index.ts';
import { lessons } from '../../lessons/index.ts';
import { showPane, useLayout } from '../layout.ts';
import { useController } from '../playground.ts';
import { stateOf } from '../state/member.ts';
import { Coloured } from './Coloured.tsx';
import { Game } from './Game.tsx';
import { LessonList } from './LessonMenu.tsx';
import { keyOf, openLesson, useLearner } from './learner.ts';
import classes from './lessons.module.css';
import { titleOf } from './titleOf.ts';

/** Where one begins: the game, drawn with the model that is seen, and two ways on. */
export function Opening() {
  const texts = useTexts('lessons');
  const { page, begin } = useController();
  const answers = useLearner((state) => state.answers);
  /** What the link asks for, where there is no such lesson. */
  const unknown = useLayout((state) => state.lesson);
  const isPassed = (lesson: (typeof lessons)[number]): boolean =>
    lesson.steps.every(({ id }) => answers[keyOf(lesson.id, id)]?.passed);
  const next = lessons.find((lesson) => !isPassed(lesson)) ?? lessons[0];
  const hasBegun = Object.values(answers).some(({ passed }) => passed);

  /** The same system as it is set, from step 0; the trained one is put aside. */
  const learn = (): void => {
    const members = page.getState().members.map((member) => stateOf(member).opened);
    begin({ members, run: true, stop: 0 });
    if (useLayout.getState().pane === 'lesson') showPane('picture');
  };
  return (
    <article className={classes.card} aria-label={texts.label}>
      <div className={classes.scroll}>
        {unknown !== '' && <p role="alert">{texts.opening.unknown({ id: unknown })}</p>}
        <Game />
        <h2>{texts.opening.title}</h2>
        {texts.opening.says.map((sentence) => (
          <p key={sentence}>
            <Coloured>{sentence}</Coloured>
          </p>
        ))}
        <div className={classes.ons}>
          <Button fullWidth onClick={learn}>
            {texts.opening.learn}
          </Button>
          {next && (
            <Button fullWidth variant="default" onClick={() => openLesson(next.id)}>
              {hasBegun ? texts.opening.goOn({ title: titleOf(texts.title, next.id) }) : texts.opening.first}
            </Button>
          )}
        </div>
        <h3>{texts.opening.lessons}</h3>
        <LessonList />
      </div>
    </article>
  );
}
