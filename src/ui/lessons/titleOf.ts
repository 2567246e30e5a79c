/** A lesson's title, or the line that says what it shows, by its id; a test holds both against the lessons. */
export const titleOf = (titles: Readonly<Record<string, string>>, id: string): string => titles[id] ?? id;
