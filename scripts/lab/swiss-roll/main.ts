/**
 * GAN, WGAN-GP and DRAGAN on the Swiss roll from one seed: level sets of D at five moments, as in the papers' figures.
 *
 *     npm run swiss-roll -- [--steps 6000] [--seed 1] [--data swiss-roll] [--set width=0.25] [--out docs/images/swiss-roll.png]
 *
 * `--set` names a parameter of all three systems, as in a link, or of one: `--set dragan.lambda=5`.
 */

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { RunConfig } from '../../../src/core/config.ts';
import { type ParamValue, parseParam } from '../../../src/core/params.ts';
import { createTraining, drawPlane, drawPointSet, resolve, startSimd } from '../../../src/engine/headless.ts';
import { findRecipe } from '../../../src/gan/recipes/index.ts';
import { inEnglish } from '../../../src/i18n/problems/explain.ts';
import type { PlaneView } from '../../../src/protocol/index.ts';
import { comparisonPicture } from './picture.ts';

const SYSTEMS = ['gan', 'wgan-gp', 'dragan'];
/** Shares of the steps at which a picture is taken: early changes are quick. */
const MOMENTS = [0.04, 0.12, 0.3, 0.6, 1];
const READ_EVERY = 16;

const { values: options } = parseArgs({
  options: {
    steps: { type: 'string', default: '6000' },
    seed: { type: 'string', default: '1' },
    data: { type: 'string', default: 'swiss-roll' },
    set: { type: 'string', multiple: true, default: ['width=0.25'] },
    only: { type: 'string' },
    out: { type: 'string', default: 'docs/images/swiss-roll.png' },
  },
});
const steps = Number(options.steps);
const moments = MOMENTS.map((share) => Math.round(share * steps));

function paramsOf(recipe: string): Record<string, ParamValue> {
  const specs = findRecipe(recipe)?.paramsOn('points') ?? {};
  const own = options.set.flatMap((setting) => {
    const [name = '', text = ''] = setting.split('=');
    const [param = '', system] = name.split('.').toReversed();
    return system === undefined || system === recipe ? [[param, text] as const] : [];
  });
  return Object.fromEntries(
    own.map(([name, text]) => {
      const spec = specs[name];
      if (!spec) throw new Error(`${recipe} has no ${name}.`);
      const parsed = parseParam(name, spec, text);
      if (!parsed.ok) throw new Error(inEnglish(parsed.why));
      return [name, parsed.value];
    }),
  );
}

const backend = await startSimd({ threads: 1 });

async function train(recipe: string): Promise<{ readonly name: string; readonly views: readonly PlaneView[] }> {
  const config: RunConfig = { recipe, data: options.data, seed: Number(options.seed), params: paramsOf(recipe) };
  const { data: info, plan, recipe: found } = resolve(config);
  if (info.kind !== 'points') throw new Error(`${info.name} is not in the plane.`);
  const data = drawPointSet(info, config.seed);
  const training = createTraining({ config, plan, data, backend });
  const views: PlaneView[] = [];
  const began = performance.now();
  for (const moment of moments) {
    while (training.step() < moment) {
      training.advance('both');
      if (training.pending() < READ_EVERY && training.step() < moment) continue;
      const { bad } = await training.readBack();
      if (bad) throw new Error(`${found.name} diverged at step ${bad.step}: ${bad.name} is not finite.`);
    }
    views.push(await drawPlane(training.trainer(), data, { seed: config.seed, step: moment }, backend.guard));
    console.log(`${found.name}: step ${moment}, ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  training.dispose();
  return { name: found.name, views };
}

const rows = [];
for (const system of options.only?.split(',') ?? SYSTEMS) rows.push(await train(system));
writeFileSync(options.out, comparisonPicture(rows));
console.log(options.out);
process.exit(0);
