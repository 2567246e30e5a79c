/** Plants faults, one at a time and each in a copy of the project, and expects that a test turns red. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { initialState, openStream } from '../../../src/core/random.ts';
import { readArguments, UsageError, wholeNumber } from '../../options.ts';
import { copyProject, withFault } from './copy.ts';
import { type Fault, planted } from './fault.ts';
import { faults } from './faults/index.ts';
import { createTester, type Tester, type Tests, type Verdict } from './tester.ts';

const { values, words } = readArguments({
  command: 'npm run mutants',
  about:
    'Plants each fault of scripts/check/mutants/faults in a copy of the project, and expects that a test named for it\n' +
    'turns red. Fails if a fault survives.',
  words: { usage: '[WORD …]', name: 'WORD', says: 'only faults with this in their name or file' },
  options: {
    sample: { takes: 'N', says: 'only so many of them, drawn by lot' },
    seed: { takes: 'N', says: 'of the lot; the day if left out' },
    list: { says: 'print them, and plant none' },
  },
});

const DAY_MS = 86_400_000;
const seed = values.seed === undefined ? Math.floor(Date.now() / DAY_MS) : wholeNumber('seed', values.seed);
/** Far more than the tests of one fault take, or those of all, also on a busy machine. */
const ONE_MS = 240_000;
const ALL_MS = 1_200_000;

function chosen(): readonly Fault[] {
  const meant = faults.filter(
    ({ name, file }) => words.length === 0 || words.some((word) => name.includes(word) || file.includes(word)),
  );
  if (meant.length === 0) throw new UsageError(`No fault has ${words.map((word) => `“${word}”`).join(' or ')} in it.`);
  if (values.sample === undefined) return meant;
  const order = openStream(initialState(seed, 'mutants')).permutation(meant.length);
  return Array.from(order.slice(0, wholeNumber('sample', values.sample, { least: 1 })), (at) => meant[at] as Fault);
}

const said = (verdict: Verdict): string => {
  switch (verdict.kind) {
    case 'red':
      return verdict.by;
    case 'green':
      return 'SURVIVED';
    case 'none':
      return `NO TEST RAN: ${verdict.why}`;
    default:
      return verdict satisfies never;
  }
};

interface Copy {
  readonly folder: string;
  readonly tester: Tester;
}

async function openCopy(name: string): Promise<Copy> {
  const folder = resolve('test-results', 'mutants', name);
  copyProject(folder);
  return { folder, tester: await createTester(folder) };
}

/** Each copy takes the next one when it is done. */
async function inCopies<Item>(
  copies: readonly Copy[],
  items: readonly Item[],
  work: (item: Item, copy: Copy) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  await Promise.all(
    copies.map(async (copy) => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item, copy);
    }),
  );
}

/** Red means something only where the tests are green without a fault. */
async function checkGreen(wanted: readonly Fault[], copies: readonly Copy[]): Promise<void> {
  const filesOf = (some: readonly Fault[]) => [...new Set(some.map(({ test }) => test))];
  const named = wanted.filter(({ named }) => named !== undefined);
  const groups: readonly Tests[] = [
    { files: filesOf(wanted.filter(({ named }) => named === undefined)) },
    { files: filesOf(named), named: [...new Set(named.map(({ named }) => `(${named})`))].join('|') },
  ];
  const meant = groups.filter(({ files }) => files.length > 0);
  await inCopies(copies, meant, async (tests, { tester }) => {
    const verdict = await tester.ask(tests, ALL_MS);
    if (verdict.kind !== 'green') throw new Error(`Without a fault, a test is not green: ${said(verdict)}.`);
  });
}

/** @returns what became of each */
async function plantAll(wanted: readonly Fault[]): Promise<ReadonlyMap<Fault, Verdict>> {
  const verdicts = new Map<Fault, Verdict>();
  const names = Array.from({ length: Math.min(availableParallelism(), wanted.length) }, (_, i) => String(i));
  const copies = await Promise.all(names.map(openCopy));
  await checkGreen(wanted, copies);
  await inCopies(copies, wanted, async (fault, { folder, tester }) => {
    const { file, test, named } = fault;
    const verdict = await withFault(folder, fault, () => {
      tester.changed(file);
      return tester.ask({ files: [test], named }, ONE_MS);
    });
    tester.changed(file);
    verdicts.set(fault, verdict);
    if (verdict.kind !== 'red') console.error(`${fault.name}: ${said(verdict)}`);
  });
  await Promise.all(copies.map(({ tester }) => tester.close()));
  return verdicts;
}

/** Found before any is planted. */
function whyNotPlanted(fault: Fault): readonly string[] {
  try {
    planted(readFileSync(fault.file, 'utf8'), fault);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

async function main(): Promise<void> {
  const wrong = faults.flatMap(whyNotPlanted);
  if (wrong.length > 0) {
    console.error(wrong.join('\n'));
    process.exitCode = 1;
    return;
  }
  const wanted = chosen();
  if (values.sample !== undefined) console.log(`Drawn with --seed ${seed}.`);
  if (values.list) {
    console.table(wanted.map(({ name, file, test }) => ({ fault: name, file, test })));
    return;
  }
  const began = performance.now();
  const verdicts = await plantAll(wanted);
  console.table(
    wanted.map((fault) => ({ fault: fault.name, file: fault.file, 'red by': said(verdicts.get(fault) as Verdict) })),
  );
  const red = [...verdicts.values()].filter(({ kind }) => kind === 'red').length;
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${red} of ${wanted.length} faults turned a test red, in ${seconds} s.`);
  // Vitest takes each red test for a failure, and a test that hangs would keep the process.
  process.exit(Number(red < wanted.length));
}

await main();
