import { findLesson } from '../../lessons/index.ts';
import { useLayout } from '../layout.ts';
import { LessonCard } from './LessonCard.tsx';
import { Opening } from './Opening.tsx';

/** The rail where one learns: the opening, or the step of a lesson. */
export function LessonRail() {
  const lesson = findLesson(useLayout((state) => state.lesson));
  return lesson ? <LessonCard key={lesson.id} lesson={lesson} /> : <Opening />;
}
