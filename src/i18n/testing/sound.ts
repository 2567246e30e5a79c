/** One line of words to its full stop, in which nothing is missing. */
export const isSentence = (text: string): boolean =>
  /^[^\n]{10,}\.$/.test(text) && !/undefined|NaN|\[object|\$\{/.test(text);
