import { useEffect, useState } from 'react';
import { fetchLessonTexts, languageNow, useTexts } from '../../i18n/index.ts';
import type { AnyLessonTexts } from '../../i18n/lessonTexts.ts';

const fetched = new Map<string, AnyLessonTexts>();

export type Fetched =
  | { readonly kind: 'texts'; readonly texts: AnyLessonTexts }
  | { readonly kind: 'waiting' }
  /** `again` asks once more. */
  | { readonly kind: 'missing'; again(): void };

/** The texts of a lesson in the page's language, fetched when it is opened. */
export function useLessonTexts(id: string): Fetched {
  // Drawn again in another language.
  useTexts();
  const key = `${languageNow()} ${id}`;
  const [, setArrived] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const texts = fetched.get(key);
  useEffect(() => {
    if (texts || missing === key) return;
    const [language = ''] = key.split(' ');
    fetchLessonTexts(language, id).then(
      (arrived) => {
        fetched.set(key, arrived);
        setArrived(key);
      },
      () => setMissing(key),
    );
  }, [texts, missing, key, id]);
  if (texts) return { kind: 'texts', texts };
  return missing === key ? { kind: 'missing', again: () => setMissing(null) } : { kind: 'waiting' };
}
