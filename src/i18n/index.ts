import { useSyncExternalStore } from 'react';
import { en } from './en.ts';
import { type Formats, formatsOf } from './format.ts';
import { type LanguageId, languageFor, languages } from './languages.ts';
import { createTextStore } from './store.ts';
import type { PartName, Parts, Texts } from './texts.ts';

export { fetchLessonTexts, lessonsIn } from './lessonWords.ts';
export { optionText, paramTexts, valueText } from './names.ts';
export type { PartName, Parts, Texts } from './texts.ts';

const store = createTextStore<LanguageId>(languages, 'en', en);

/** Called by whoever shows a part, before it is shown; from then on `useTexts(name)` finds its texts. */
export const { loadPart } = store;

/** Changes to the first of the reader's languages that the page speaks. @throws what its fetch throws */
export const speak = (wanted: readonly string[]): Promise<void> =>
  store.setLanguage(languageFor(wanted, Object.keys(languages) as LanguageId[], 'en'));

/** The page's own texts, where there is no component to be drawn again. */
export const textsNow = (): Texts => store.now().texts;

export const languageNow = (): LanguageId => store.now().language;

/** How numbers are written in the page's language. */
export const formatsNow = (): Formats => formatsOf(store.now().language);

/** Keeps the `lang` of an element as the page's language is. @returns what ends that */
export function followLanguage(element: { lang: string }): () => void {
  const follow = (): void => {
    element.lang = store.now().language;
  };
  follow();
  return store.subscribe(follow);
}

/** @throws Error where the part has not been fetched: it is shown through `late`, which does that */
export function partNow<Name extends PartName>(name: Name): Parts[Name] {
  const part = store.now().parts[name];
  if (!part) throw new Error(`The texts of “${name}” were not fetched.`);
  return part;
}

/** The page's texts, or those of one of its parts; a component that asks is drawn again in another language. */
export function useTexts(): Texts;
export function useTexts<Name extends PartName>(part: Name): Parts[Name];
export function useTexts(part?: PartName): Texts | Parts[PartName] {
  return useSyncExternalStore(store.subscribe, () => (part ? partNow(part) : textsNow()));
}

/** Whether a part of the page has texts of its own. */
export const hasTexts = (name: string): name is PartName => name in languages.en.parts;
