import { chooseLanguage, isLanguage, type LanguageId, languageOf } from '../i18n/index.ts';

/** `index.html` reads it too, for what it says itself. */
const KEY = 'gan-playground-language';

/** How long a page may be empty for want of its texts; then it begins in English, and changes when they come. */
const PATIENCE = 4000;

/** The language that was chosen in this browser; none where nothing was, or where nothing may be kept. */
function keptLanguage(): LanguageId | null {
  try {
    const kept = localStorage.getItem(KEY);
    return isLanguage(kept) ? kept : null;
  } catch {
    return null;
  }
}

/**
 * Changes to a language and remembers it in this browser. @throws what its fetch throws: then nothing has changed, and
 * nothing is remembered
 */
export async function keepLanguage(id: LanguageId): Promise<void> {
  await chooseLanguage(id);
  try {
    localStorage.setItem(KEY, id);
  } catch {
    // Where nothing may be kept, the choice holds for this visit.
  }
}

/**
 * Begins in the language that the link asks for, else in the one that was chosen here, else in the first of the reader's
 * that the page speaks.
 * @returns when the page can be drawn
 */
export function speakFirst(linked: LanguageId | null): Promise<void> {
  const id = linked ?? keptLanguage() ?? languageOf(navigator.languages);
  const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE));
  // Where they cannot be fetched, English is there.
  return Promise.race([chooseLanguage(id).catch(console.warn), late]);
}
