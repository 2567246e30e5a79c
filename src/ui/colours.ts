/** Light or dark: what the link says, else what the person chose in this browser, else the system's choice. */
import { localStorageColorSchemeManager, type MantineColorScheme, type MantineColorSchemeManager } from '@mantine/core';

export type Scheme = 'light' | 'dark';

const kept = localStorageColorSchemeManager();
let ofLink: Scheme | null = null;
let tell: ((scheme: MantineColorScheme) => void) | null = null;

/** The person's own choice is kept, and the link's is not: it is about what is sent, not about who reads it. */
export const schemeManager: MantineColorSchemeManager = {
  get: (otherwise) => ofLink ?? kept.get(otherwise),
  set(value) {
    kept.set(value);
    if (ofLink !== null) ofLink = value === 'auto' ? null : value;
  },
  subscribe(onUpdate) {
    tell = onUpdate;
    kept.subscribe(onUpdate);
  },
  unsubscribe() {
    tell = null;
    kept.unsubscribe();
  },
  clear: kept.clear,
};

/** What a link says of it; null where it says nothing. */
export function takeSchemeOfLink(scheme: Scheme | null): void {
  if (scheme === ofLink) return;
  ofLink = scheme;
  tell?.(scheme ?? kept.get('auto'));
}

export const schemeOfLink = (): Scheme | null => ofLink;

/** What is seen now. */
export const schemeNow = (): Scheme =>
  document.documentElement.dataset.mantineColorScheme === 'dark' ? 'dark' : 'light';

/** Called with each change. @returns what ends that */
export function followScheme(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-mantine-color-scheme'] });
  return () => observer.disconnect();
}
