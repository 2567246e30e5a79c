/**
 * Trains the small runs on which the rules of diagnosis are tested, and keeps what they measured: every second
 * row, and each with a gradient norm, to three digits.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { EngineError } from '../../../src/core/errors.ts';
import { SCALARS, type ScalarName, type ScalarRows } from '../../../src/core/scalars.ts';
import { createTraining, drawPointSet, resolve, startSimd } from '../../../src/engine/headless.ts';
import { loadWhole } from '../../build/packedData.ts';
import { trainTo } from '../../cli/train/loop.ts';
import { readArguments } from '../../options.ts';
import { cases, type DiagnosisCase, SEED } from './cases.ts';
import { RECORDED, type RecordedRun } from './recorded.ts';

const {
  words: [wanted = ''],
} = readArguments({
  command: 'npm run lab -- diagnosis',
  about: 'Trains the runs on which the rules of diagnosis are tested anew, in some minutes.',
  words: { usage: '[PART]', name: 'PART', says: 'only cases whose names have it' },
  options: {},
});

/** What the rules read. */
const KEPT: readonly ScalarName[] = ['lossReal', 'lossFake', 'scoreReal', 'scoreFake', 'gradientNorm'];
const EVERY = 2;
/** The gradient's norm is measured at every tenth step, the first included. */
const TRACED = 10;
const DIGITS = 3;

const backend = await startSimd();

function keep(
  { steps, values }: ScalarRows,
  into: { steps: number[]; scalars: Record<string, (number | null)[]> },
): void {
  for (const [row, step] of steps.entries()) {
    const measured = (name: ScalarName) => values[row * SCALARS.length + SCALARS.indexOf(name)] as number;
    const isKept = step % EVERY === 0 || step % TRACED === 1;
    if (!isKept || into.steps.at(-1) === step) continue;
    into.steps.push(step);
    for (const name of KEPT) {
      const value = measured(name);
      into.scalars[name]?.push(Number.isNaN(value) ? null : Number(value.toPrecision(DIGITS)));
    }
  }
}

async function record({ name, expected, recipe, data: set, params, steps }: DiagnosisCase): Promise<RecordedRun> {
  const config = { recipe, data: set, seed: SEED, params };
  const { data: info, plan } = resolve(config);
  const data =
    info.kind === 'points' ? drawPointSet(info, SEED) : await loadWhole(info, plan.supervision !== undefined);
  const training = createTraining({ config, plan, data, backend });
  const kept = { steps: [] as number[], scalars: Object.fromEntries(KEPT.map((scalar) => [scalar, []])) };
  let isNonFinite = false;
  try {
    await trainTo(training, steps, (rows) => keep(rows, kept));
  } catch (thrown) {
    if (!(thrown instanceof EngineError) || thrown.code !== 'non-finite') throw thrown;
    isNonFinite = true;
  } finally {
    training.dispose();
  }
  return { name, expected, recipe, data: set, params, isNonFinite, ...kept };
}

const before = wanted ? (JSON.parse(readFileSync(RECORDED, 'utf8')) as readonly RecordedRun[]) : [];
const runs: RecordedRun[] = [];
for (const each of cases) {
  const known = before.find(({ name }) => name === each.name);
  const isWanted = each.name.includes(wanted);
  if (isWanted) console.log(each.name);
  const run = isWanted ? await record(each) : known;
  if (run) runs.push({ ...run, expected: each.expected });
}
// A line for each run.
writeFileSync(RECORDED, `[\n${runs.map((run) => JSON.stringify(run)).join(',\n')}\n]\n`);
console.log(`${runs.length} runs in ${RECORDED}`);
