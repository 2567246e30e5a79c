import { useTexts } from '../../i18n/index.ts';
import { LessonList } from './LessonMenu.tsx';
import classes from './lessons.module.css';

/** Where one begins. */
export function Opening() {
  const texts = useTexts('lessons');
  return (
    <article className={classes.card} aria-label={texts.label}>
      <div className={classes.scroll}>
        <h2>{texts.list}</h2>
        <LessonList />
      </div>
    </article>
  );
}
