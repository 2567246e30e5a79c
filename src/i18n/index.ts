import { useSyncExternalStore } from 'react';
import { en } from './en.ts';
import { type Formats, formatsOf } from './format.ts';
import { isLanguage, type LanguageId, languageFor, languages } from './languages.ts';
import { createTextStore } from './store.ts';
import type { PartName, Parts, Texts } from './texts.ts';

export { isLanguage, type LanguageId } from './languages.ts';
export { fetchLessonTexts, lessonsIn } from './lessonWords.ts';
export { dataText, optionText, paramTexts, valueText } from './names.ts';
export type { PartName, Parts, Texts } from './texts.ts';

const store = createTextStore<LanguageId>(languages, 'en', en);

/** Called by whoever shows a part, before it is shown; from then on `useTexts(name)` finds its texts. */
export const { loadPart } = store;

/** The page's own texts, where there is no component to be drawn again. */
export const textsNow = (): Texts => store.now().texts;

export const languageNow = (): LanguageId => store.now().language;

/** Every language that the page speaks, with what its own speakers call it. */
export const languageNames: readonly { readonly id: LanguageId; readonly name: string }[] = Object.entries(
  languages,
).flatMap(([id, { name }]) => (isLanguage(id) ? [{ id, name }] : []));

/**
 * Changes to this language for the present visit; of several calls the last one stands. @throws what its fetch throws:
 * then the page goes on in the language that it had
 */
export const chooseLanguage = (id: LanguageId): Promise<void> => store.setLanguage(id);

/** The first of the reader's languages, as `navigator.languages` has them, that the page speaks; else English. */
export const languageOf = (wanted: readonly string[]): LanguageId =>
  languageFor(
    wanted,
    languageNames.map(({ id }) => id),
    'en',
  );

/** How numbers are written in the page's language. */
export const formatsNow = (): Formats => formatsOf(store.now().language);

/** Called with each change of the language. @returns what ends that */
export const onLanguage = (listener: () => void): (() => void) => {
  let before = languageNow();
  return store.subscribe(() => {
    if (before === languageNow()) return;
    before = languageNow();
    listener();
  });
};

/** Keeps a document's `lang` and title as the page's language is. @returns what ends that */
export function followLanguage(page: { title: string; readonly documentElement: { lang: string } }): () => void {
  const follow = (): void => {
    page.documentElement.lang = store.now().language;
    page.title = textsNow().page.name;
  };
  follow();
  return onLanguage(follow);
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

/** The page's language; a component that asks is drawn again in another one. */
export const useLanguage = (): LanguageId => useSyncExternalStore(store.subscribe, languageNow);

/** Whether a part of the page has texts of its own. */
export const hasTexts = (name: string): name is PartName => name in languages.en.parts;
