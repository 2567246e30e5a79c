import { en } from './en.ts';
import type { Language } from './texts.ts';

/**
 * Every language that the page speaks, by its BCP 47 tag, which `<html lang>` and `Intl` take as it is. English is part
 * of the first bundle; another one is fetched when it is chosen, from a folder in
 * `translations/`. The compiler names what it lacks.
 */
export const languages = {
  en: {
    texts: async () => en,
    parts: {
      archive: async () => (await import('./parts/archive.ts')).archive,
      bring: async () => (await import('./parts/bring.ts')).bring,
      diagnosis: async () => (await import('./parts/diagnosis.ts')).diagnosis,
      exports: async () => (await import('./parts/exports.ts')).exports,
      help: async () => (await import('./parts/help.ts')).help,
      inside: async () => (await import('./parts/inside.ts')).inside,
      networks: async () => (await import('./parts/networks.ts')).networks,
      quality: async () => (await import('./parts/quality.ts')).quality,
      report: async () => (await import('./parts/report.ts')).report,
      runs: async () => (await import('./parts/runs.ts')).runs,
      slow: async () => (await import('./parts/slow.ts')).slow,
      timeline: async () => (await import('./parts/timeline.ts')).timeline,
      understand: async () => (await import('./parts/understand.ts')).understand,
    },
  },
} satisfies Readonly<Record<string, Language>>;

export type LanguageId = keyof typeof languages;

/**
 * The first of the reader's languages that the page speaks, else English.
 * @param wanted BCP 47 tags, as `navigator.languages` has them: “zh-CN” is content with “zh”
 */
export function languageFor<Id extends string>(wanted: readonly string[], spoken: readonly Id[], otherwise: Id): Id {
  for (const tag of wanted) {
    const found = spoken.find((id) => tag === id || tag.startsWith(`${id}-`));
    if (found) return found;
  }
  return otherwise;
}
