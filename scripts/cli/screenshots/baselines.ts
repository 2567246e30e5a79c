/** The pictures that `e2e/visual.spec.ts` compares with: taken by that test itself, and kept small. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BASELINES } from '../../../e2e/pages/baselines.ts';
import { run } from '../../check/tools.ts';
import { makeSmall } from './palette.ts';

/** @throws Error if the test could not take them all */
export async function takeBaselines(): Promise<void> {
  if (
    (await run(['playwright', 'test', 'e2e/visual.spec.ts', '--project=default', '--update-snapshots=changed'])) !== 0
  )
    throw new Error('Not all pictures could be taken.');
  for (const name of readdirSync(BASELINES)) if (name.endsWith('.png')) makeSmall(join(BASELINES, name));
}
