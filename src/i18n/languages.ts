import { imported } from '../core/imported.ts';
import { en } from './en.ts';
import type { Language } from './texts.ts';

/**
 * Every language that the page speaks, by its BCP 47 tag, which `<html lang>` and `Intl` take as it is. English is part
 * of the first bundle; another one is fetched when it is chosen, from a folder in
 * `translations/`. The compiler names what it lacks.
 */
export const languages = {
  en: {
    name: 'English',
    texts: async () => en,
    parts: {
      archive: imported(
        () => import('./parts/archive.ts'),
        (module) => module.archive,
      ),
      bring: imported(
        () => import('./parts/bring.ts'),
        (module) => module.bring,
      ),
      diagnosis: imported(
        () => import('./parts/diagnosis.ts'),
        (module) => module.diagnosis,
      ),
      exports: imported(
        () => import('./parts/exports.ts'),
        (module) => module.exports,
      ),
      help: imported(
        () => import('./parts/help.ts'),
        (module) => module.help,
      ),
      inside: imported(
        () => import('./parts/inside.ts'),
        (module) => module.inside,
      ),
      latent: imported(
        () => import('./parts/latent.ts'),
        (module) => module.latent,
      ),
      lessons: imported(
        () => import('./parts/lessons.ts'),
        (module) => module.lessons,
      ),
      networks: imported(
        () => import('./parts/networks.ts'),
        (module) => module.networks,
      ),
      play: imported(
        () => import('./parts/play.ts'),
        (module) => module.play,
      ),
      quality: imported(
        () => import('./parts/quality.ts'),
        (module) => module.quality,
      ),
      report: imported(
        () => import('./parts/report.ts'),
        (module) => module.report,
      ),
      runs: imported(
        () => import('./parts/runs.ts'),
        (module) => module.runs,
      ),
      share: imported(
        () => import('./parts/share.ts'),
        (module) => module.share,
      ),
      slow: imported(
        () => import('./parts/slow.ts'),
        (module) => module.slow,
      ),
      timeline: imported(
        () => import('./parts/timeline.ts'),
        (module) => module.timeline,
      ),
      understand: imported(
        () => import('./parts/understand.ts'),
        (module) => module.understand,
      ),
    },
  },
  zh: {
    name: '简体中文',
    texts: imported(
      () => import('./translations/zh/page.ts'),
      (module) => module.zh,
    ),
    parts: {
      archive: imported(
        () => import('./translations/zh/parts/archive.ts'),
        (module) => module.archive,
      ),
      bring: imported(
        () => import('./translations/zh/parts/bring.ts'),
        (module) => module.bring,
      ),
      diagnosis: imported(
        () => import('./translations/zh/parts/diagnosis.ts'),
        (module) => module.diagnosis,
      ),
      exports: imported(
        () => import('./translations/zh/parts/exports.ts'),
        (module) => module.exports,
      ),
      help: imported(
        () => import('./translations/zh/parts/help.ts'),
        (module) => module.help,
      ),
      inside: imported(
        () => import('./translations/zh/parts/inside.ts'),
        (module) => module.inside,
      ),
      latent: imported(
        () => import('./translations/zh/parts/latent.ts'),
        (module) => module.latent,
      ),
      lessons: imported(
        () => import('./translations/zh/parts/lessons.ts'),
        (module) => module.lessons,
      ),
      networks: imported(
        () => import('./translations/zh/parts/networks.ts'),
        (module) => module.networks,
      ),
      play: imported(
        () => import('./translations/zh/parts/play.ts'),
        (module) => module.play,
      ),
      quality: imported(
        () => import('./translations/zh/parts/quality.ts'),
        (module) => module.quality,
      ),
      report: imported(
        () => import('./translations/zh/parts/report.ts'),
        (module) => module.report,
      ),
      runs: imported(
        () => import('./translations/zh/parts/runs.ts'),
        (module) => module.runs,
      ),
      share: imported(
        () => import('./translations/zh/parts/share.ts'),
        (module) => module.share,
      ),
      slow: imported(
        () => import('./translations/zh/parts/slow.ts'),
        (module) => module.slow,
      ),
      timeline: imported(
        () => import('./translations/zh/parts/timeline.ts'),
        (module) => module.timeline,
      ),
      understand: imported(
        () => import('./translations/zh/parts/understand.ts'),
        (module) => module.understand,
      ),
    },
  },
} satisfies Readonly<Record<string, Language>>;

export type LanguageId = keyof typeof languages;

export const isLanguage = (id: unknown): id is LanguageId => typeof id === 'string' && Object.hasOwn(languages, id);

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
