import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';

/** Texts of the parts that are fetched when somebody uses them, by the names of the files in `parts`. */
interface Parts {
  readonly bring: typeof import('./parts/bring.ts').bring;
  readonly diagnosis: typeof import('./parts/diagnosis.ts').diagnosis;
  readonly help: typeof import('./parts/help.ts').help;
  readonly inside: typeof import('./parts/inside.ts').inside;
  readonly quality: typeof import('./parts/quality.ts').quality;
  readonly networks: typeof import('./parts/networks.ts').networks;
  readonly slow: typeof import('./parts/slow.ts').slow;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en } & Parts;
    returnNull: false;
  }
}

/** Done at once: the texts that the page begins with are part of its bundle. */
i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  initAsync: false,
  interpolation: { escapeValue: false }, // React escapes.
});

export const i18n = i18next;

/** Called by a part as it is loaded; from then on `useTranslation(name)` finds its texts. */
export const addTexts = <Name extends keyof Parts>(name: Name, texts: Parts[Name]): void => {
  i18next.addResourceBundle('en', name, texts);
};

/**
 * Texts whose keys are made of names found in recipes. Those names are not known here, so the compiler
 * cannot check them; a test walks every recipe instead.
 */
export const textOf = (...key: readonly string[]): string => i18next.t(key.join('.') as 'page.name');

/** The same, or null where there is no such text. */
export const optionalTextOf = (...key: readonly string[]): string | null => {
  const joined = key.join('.');
  return i18next.exists(joined) ? textOf(joined) : null;
};
