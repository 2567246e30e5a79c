import type { Lesson } from './lesson.ts';

/** Every file in `course` that exports `lesson`. A new file is among the lessons without editing a list. */
const files = import.meta.glob<Lesson>(['./course/*.ts', '!./course/*.test.ts'], { import: 'lesson', eager: true });

/** In their order. */
export const lessons: readonly Lesson[] = Object.values(files).toSorted((a, b) => a.place - b.place);

export const findLesson = (id: string): Lesson | undefined => lessons.find((lesson) => lesson.id === id);
