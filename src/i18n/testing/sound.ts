const isWhole = (text: string): boolean => !/undefined|NaN|\[object|\$\{/.test(text);

/** One line of words to its full stop, in which nothing is missing. */
export const isSentence = (text: string): boolean => /^[^\n]{10,}\.$/.test(text) && isWhole(text);

/** The same in Chinese: of its own signs, without a stop of the English kind. */
export const isChineseSentence = (text: string): boolean =>
  /^[^\n]*\p{Script=Han}[^\n]*。$/u.test(text) &&
  !/[,;:?!] ?\p{Script=Han}|\p{Script=Han}[.,;:?!]/u.test(text) &&
  isWhole(text);
