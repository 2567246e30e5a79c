/** Keys of the game in which a person is D. */
import type { RefObject } from 'react';
import { useGameKeys } from './keys.ts';
import { play } from './state.ts';

/** For the two answers, as `KeyboardEvent.key` has them, in lower case. */
const KEYS: ReadonlyMap<string, boolean> = new Map([
  ['r', true],
  ['arrowleft', true],
  ['g', false],
  ['arrowright', false],
]);

/** Once the game is over an answer says nothing. */
export const answer = (real: boolean): void => play({ type: 'answer', real });

/** @param game to be seen, also when it is over: who answers quickly presses once too often, and would throw the run back */
export const useAnswerKeys = (game: RefObject<HTMLElement | null>): void => useGameKeys(game, KEYS, answer);
