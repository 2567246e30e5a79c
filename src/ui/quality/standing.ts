import type { Direction } from '../../core/score.ts';
import type { ScoreRow } from './scoreRows.ts';

/** How a score stands to what real examples get: short of it, better by no more than chance allows, or beyond it. */
export type Standing = 'short' | 'chance' | 'beyond';

/** What decides it. */
export type Standings = Pick<ScoreRow, 'value' | 'floor' | 'low' | 'high'>;

/** Where the best value is one in the middle, or what real examples get itself, nothing is better than that. */
export function standingOf(direction: Direction, { value, floor, low, high }: Standings): Standing {
  switch (direction) {
    case 'higher':
      return value <= floor ? 'short' : low > floor ? 'beyond' : 'chance';
    case 'lower':
      return value >= floor ? 'short' : high < floor ? 'beyond' : 'chance';
    case 'half':
    case 'floor':
      return 'short';
    default:
      return direction satisfies never;
  }
}
