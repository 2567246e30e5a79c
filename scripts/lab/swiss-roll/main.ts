/** GAN, WGAN-GP and DRAGAN on the Swiss roll from one seed: level sets of D at five moments, as in the papers' figures. */
import { writeFileSync } from 'node:fs';
import type { RunConfig } from '../../../src/core/config.ts';
import { type ParamValue, parseParam } from '../../../src/core/params.ts';
import { createTraining, drawPlane, drawPointSet, resolve, startSimd } from '../../../src/engine/headless.ts';
import { findRecipe } from '../../../src/gan/recipes/index.ts';
import { inEnglish } from '../../../src/i18n/problems/explain.ts';
import type { PlaneView } from '../../../src/protocol/index.ts';
import { readArguments, UsageError, wholeNumber } from '../../options.ts';
import { comparisonPicture } from './picture.ts';

const SYSTEMS = ['gan', 'wgan-gp', 'dragan'];
/** Shares of the steps at which a picture is taken: early changes are quick. */
const MOMENTS = [0.04, 0.12, 0.3, 0.6, 1];
const READ_EVERY = 16;

const { values } = readArguments({
  command: 'npm run lab -- swiss-roll',
  about: 'Draws level sets of D of GAN, WGAN-GP and DRAGAN on points in the plane, at five moments.',
  options: {
    steps: { takes: 'N', says: '6000 by default' },
    seed: { takes: 'N', says: '1 by default' },
    data: { takes: 'ID', says: 'swiss-roll by default' },
    set: {
      takes: 'NAME=VALUE',
      multiple: true,
      says: 'a parameter of all systems, as in a link, or of one: dragan.lambda=5;\nmay be repeated; width=0.25 by default',
    },
    only: { takes: 'ID,ID,…', says: `${SYSTEMS.join(',')} by default` },
    out: { takes: 'FILE', says: 'docs/images/swiss-roll.png by default' },
  },
});
const { data: set = 'swiss-roll', set: settings = ['width=0.25'], out = 'docs/images/swiss-roll.png' } = values;
const steps = wholeNumber('steps', values.steps ?? '6000');
const seed = wholeNumber('seed', values.seed ?? '1');
const moments = MOMENTS.map((share) => Math.round(share * steps));

function paramsOf(recipe: string): Record<string, ParamValue> {
  const specs = findRecipe(recipe)?.paramsOn('points') ?? {};
  const own = settings.flatMap((setting) => {
    const [name = '', text = ''] = setting.split('=');
    const [param = '', system] = name.split('.').toReversed();
    return system === undefined || system === recipe ? [[param, text] as const] : [];
  });
  return Object.fromEntries(
    own.map(([name, text]) => {
      const spec = specs[name];
      if (!spec) throw new UsageError(`${recipe} has no ${name}.`);
      const parsed = parseParam(name, spec, text);
      if (!parsed.ok) throw new UsageError(inEnglish(parsed.why));
      return [name, parsed.value];
    }),
  );
}

const backend = await startSimd({ threads: 1 });

async function train(recipe: string): Promise<{ readonly name: string; readonly views: readonly PlaneView[] }> {
  const config: RunConfig = { recipe, data: set, seed, params: paramsOf(recipe) };
  const { data: info, plan, recipe: found } = resolve(config);
  if (info.kind !== 'points') throw new UsageError(`${info.name} is not in the plane.`);
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
for (const system of values.only?.split(',') ?? SYSTEMS) rows.push(await train(system));
writeFileSync(out, comparisonPicture(rows));
console.log(out);
process.exit(0);
