/** Runs what checks the project, and goes on past a failure. */
import { readArguments, UsageError } from '../options.ts';
import { type Counts, closingLine, NOTHING, sum } from './reports.ts';
import { STAGES, type Stage, withNeeds } from './stages.ts';

const { words } = readArguments({
  command: 'npm test',
  about: 'Runs what checks the project: all of it, or the stages that are named, with those that they need.',
  words: { usage: '[STAGE …]', name: 'STAGE', says: STAGES.map(({ name }) => name).join(', ') },
  options: {},
});
const unknown = words.find((word) => !STAGES.some(({ name }) => name === word));
if (unknown)
  throw new UsageError(`There is no stage “${unknown}”; there are ${STAGES.map(({ name }) => name).join(', ')}.`);

interface Result extends Counts {
  readonly stage: string;
  readonly seconds: number;
}

const FAILED: Counts = { ...NOTHING, failed: 1 };

async function resultOf(stage: Stage, earlier: readonly Result[]): Promise<Counts> {
  const broken = earlier.find(({ stage: name, failed }) => failed > 0 && stage.needs.includes(name));
  if (broken) {
    console.error(`Not run, because ${broken.stage} failed.`);
    return FAILED;
  }
  try {
    return await stage.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return FAILED;
  }
}

const results: Result[] = [];
for (const stage of words.length > 0 ? withNeeds(words) : STAGES) {
  console.log(`\n── ${stage.name} ──`);
  const start = performance.now();
  const counts = await resultOf(stage, results);
  results.push({ stage: stage.name, ...counts, seconds: Math.round((performance.now() - start) / 100) / 10 });
}

console.log('');
console.table(Object.fromEntries(results.map(({ stage, ...columns }) => [stage, columns])));
const total = sum(results);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
console.log(closingLine(total));
