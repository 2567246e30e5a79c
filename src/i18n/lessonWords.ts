/** How the texts of lessons are fetched: each alone, when it is opened. */
import { imported } from '../core/imported.ts';
import type { AnyLessonTexts } from './lessonTexts.ts';

interface LessonModule {
  readonly texts: AnyLessonTexts;
}

/** A file for each lesson in each language; English stands beside this file, others in their translations. */
const files = import.meta.glob<LessonModule>(['./lessons/*.ts', './translations/*/lessons/*.ts']);

const pathOf = (language: string, id: string): string =>
  language === 'en' ? `./lessons/${id}.ts` : `./translations/${language}/lessons/${id}.ts`;

/** Which lessons have texts in a language; a test holds that against the lessons. */
export const lessonsIn = (language: string, ids: readonly string[]): readonly string[] =>
  ids.filter((id) => pathOf(language, id) in files);

/** @throws Error where there are none, and what the fetch throws */
export async function fetchLessonTexts(language: string, id: string): Promise<AnyLessonTexts> {
  const load = files[pathOf(language, id)];
  if (!load) throw new Error(`The lesson “${id}” has no texts in “${language}”.`);
  return imported(load, ({ texts }) => texts)();
}
