import { expect, it } from 'vitest';
import { fiftySteps, KNOWN_AT_50 } from '../testing/fiftySteps.ts';

it.each([1, 2])(
  'gives in a browser the losses of Node at step 50, on %i threads',
  async (threads) => {
    expect(await fiftySteps(threads, { dataBase: new URL('/data/', location.href) })).toEqual(KNOWN_AT_50);
  },
  60_000,
);
