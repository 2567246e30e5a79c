/** A lesson's title by its id; a test holds titles against lessons. */
export const titleOf = (titles: Readonly<Record<string, string>>, id: string): string => titles[id] ?? id;
