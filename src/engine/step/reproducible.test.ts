import { expect, it } from 'vitest';
import { dataBase, fetchFile } from '../../../scripts/build/packedData.ts';
import { fiftySteps, KNOWN_AT_50 } from '../testing/fiftySteps.ts';

it.each([1, 2])(
  'gives the known losses at step 50 on %i threads',
  async (threads) => {
    expect(await fiftySteps(threads, { dataBase, fetch: fetchFile })).toEqual(KNOWN_AT_50);
  },
  60_000,
);
