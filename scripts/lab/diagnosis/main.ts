/**
 * Trains the runs on which the rules of diagnosis are tested, and keeps what they measured in `runs/`, each as soon as
 * it is done.
 */
import { EngineError } from '../../../src/core/errors.ts';
import { changePlan, createTraining, drawPointSet, resolve, startSimd } from '../../../src/engine/headless.ts';
import { loadWhole } from '../../build/packedData.ts';
import { trainTo } from '../../cli/train/loop.ts';
import { readArguments, wholeNumber } from '../../options.ts';
import { cases, type DiagnosisCase } from './cases.ts';
import { createRecorder, type RecordedRun, readRecord, writeRecord } from './recorded.ts';

const { values, words } = readArguments({
  command: 'npm run lab -- diagnosis',
  about:
    'Trains the runs on which the rules of diagnosis are tested. All of them take hours on two cores; one that is recorded already is left as it is, unless it is named.',
  words: { usage: '[PART]', name: 'PART', says: 'cases whose names have it, recorded or not' },
  options: { threads: { takes: 'N', says: 'as many as the machine has cores by default' } },
});
const [wanted] = words;
const threads = values.threads === undefined ? {} : { threads: wholeNumber('threads', values.threads, { least: 1 }) };
const backend = await startSimd(threads);

async function record(each: DiagnosisCase): Promise<RecordedRun> {
  const { recipe, data: set, seed, params, steps, change } = each;
  const config = { recipe, data: set, seed, params };
  const resolved = resolve(config);
  const { data: info, plan } = resolved;
  const data =
    info.kind === 'points' ? drawPointSet(info, seed) : await loadWhole(info, plan.supervision !== undefined);
  const training = createTraining({ config, plan, data, backend });
  const recorder = createRecorder();
  try {
    if (change) {
      await trainTo(training, change.at, recorder.add);
      training.setPlan(changePlan(resolved, params, change.params).plan);
    }
    await trainTo(training, steps, recorder.add);
    return recorder.finish(each, false);
  } catch (thrown) {
    if (!(thrown instanceof EngineError) || thrown.code !== 'non-finite') throw thrown;
    return recorder.finish(each, true);
  } finally {
    training.dispose();
  }
}

for (const each of cases) {
  if (wanted === undefined ? readRecord(each) !== null : !each.name.includes(wanted)) continue;
  const before = process.cpuUsage();
  writeRecord(await record(each));
  const { user, system } = process.cpuUsage(before);
  const milliseconds = (user + system) / 1000 / each.steps;
  console.log(`${each.name}: ${each.steps} steps, ${milliseconds.toFixed(0)} ms of processor time each`);
}
const missing = cases.filter((each) => readRecord(each) === null);
console.log(`${cases.length - missing.length} of ${cases.length} runs are recorded.`);
