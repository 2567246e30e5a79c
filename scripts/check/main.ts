/**
 * Runs everything that checks the project, or the stages that are named, and goes on past a failure.
 *
 *     npm test                the whole
 *     npm run check           what takes seconds
 */
import { type Counts, closingLine, sum } from './reports.ts';
import { STAGES, type Stage } from './stages.ts';

interface Result extends Counts {
  readonly stage: string;
  readonly seconds: number;
}

const names = process.argv.slice(2);
const unknown = names.find((name) => !STAGES.some((stage) => stage.name === name));
if (unknown)
  throw new Error(`There is no stage “${unknown}”. There are: ${STAGES.map(({ name }) => name).join(', ')}.`);

const FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };

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
for (const stage of STAGES) {
  if (names.length > 0 && !names.includes(stage.name)) continue;
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
