import type { Language, PartName, Parts, Texts } from './texts.ts';

/** What the page says at present, always of one language. */
interface Spoken<Id extends string> {
  readonly language: Id;
  readonly texts: Texts;
  /** The parts that have been fetched. */
  readonly parts: Partial<Parts>;
}

export interface TextStore<Id extends string> {
  now(): Spoken<Id>;
  /** @returns what ends the subscription */
  subscribe(listener: () => void): () => void;
  /** Fetches a part's texts, if that was not done yet. @throws what the fetch throws */
  loadPart(name: PartName): Promise<void>;
  /**
   * Fetches a language with all parts that are in use, then changes to it at once. Of several calls the last one
   * stands. @throws what the fetch throws; the page goes on in the language that it had
   */
  setLanguage(id: Id): Promise<void>;
}

interface Coming<Id extends string> {
  readonly id: Id;
  readonly come: Promise<void>;
}

/**
 * Holds the texts in use, outside of React.
 * @param languages how each is fetched
 * @param language the one to begin with, whose `texts` are there already
 */
export function createTextStore<Id extends string>(
  languages: Readonly<Record<Id, Language>>,
  language: Id,
  texts: Texts,
): TextStore<Id> {
  let now: Spoken<Id> = { language, texts, parts: {} };
  /** The language that is being fetched. */
  let coming: Coming<Id> | null = null;
  const listeners = new Set<() => void>();
  const change = (next: Spoken<Id>): void => {
    now = next;
    for (const listener of listeners) listener();
  };

  const fetched = async (id: Id, names: readonly PartName[]): Promise<Partial<Parts>> =>
    Object.fromEntries(await Promise.all(names.map(async (name) => [name, await languages[id].parts[name]()])));
  const inUse = (): readonly PartName[] => Object.keys(now.parts) as PartName[];

  async function changeTo(id: Id, isWanted: () => boolean): Promise<void> {
    const [next, parts] = await Promise.all([languages[id].texts(), fetched(id, inUse())]);
    // Parts that came into use while these were fetched.
    for (let missing = inUse(); missing.length > 0; ) {
      missing = inUse().filter((name) => !parts[name]);
      Object.assign(parts, await fetched(id, missing));
    }
    if (isWanted()) change({ language: id, texts: next, parts });
  }

  return {
    now: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async loadPart(name) {
      // Once more where the language has changed meanwhile.
      while (!now.parts[name]) {
        const { language: asked } = now;
        const part = await fetched(asked, [name]);
        if (now.language === asked) change({ ...now, parts: { ...now.parts, ...part } });
      }
    },
    setLanguage(id) {
      if (coming?.id === id) return coming.come;
      const mine: Coming<Id> = { id, come: changeTo(id, () => coming === mine) };
      coming = mine;
      return mine.come.finally(() => {
        if (coming === mine) coming = null;
      });
    },
  };
}
