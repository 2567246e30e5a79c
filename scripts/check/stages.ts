/** What checks the project, in the order in which `npm test` does it. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.ts';
import { type Counts, judge, NOTHING, readPlaywright, readVitest } from './reports.ts';
import { type Command, run } from './tools.ts';

export interface Stage {
  readonly name: string;
  /** Stages it cannot do without: if one of them ran and failed, so has this. */
  readonly needs: readonly string[];
  /** @throws Error with a sentence for the person, if it cannot even begin. */
  run(): Promise<Counts>;
}

const REPORTS = join('test-results', 'reports');

/** One command that passes or fails. */
const check = (name: string, command: Command, needs: readonly string[] = []): Stage => ({
  name,
  needs,
  async run() {
    const passed = (await run(command)) === 0;
    return { ...NOTHING, passed: Number(passed), failed: Number(!passed) };
  },
});

interface Suite {
  readonly command: Command;
  readonly needs: readonly string[];
  readonly inBrowser: boolean;
  read(json: string): Counts;
}

/** A test runner that writes a report. */
const suite = (name: string, { command, needs, inBrowser, read }: Suite): Stage => ({
  name,
  needs,
  async run() {
    if (inBrowser) ensureBrowser();
    const report = join(REPORTS, `${name}.json`);
    // An old one must not be taken for this run's.
    rmSync(report, { force: true });
    const status = await run(command, { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
    let text: string | null = null;
    try {
      text = readFileSync(report, 'utf8');
    } catch {
      console.error(`${name} wrote no report.`);
    }
    return judge(status, text, read);
  },
});

const vitest = (project: string, name: string, ...options: readonly string[]): Command => [
  'vitest',
  'run',
  `--project=${project}`,
  ...options,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${join(REPORTS, `${name}.json`)}`,
];

/** A script of ours; what it needs has been made by the stage `prepare`. */
const script = (file: string, ...args: readonly string[]): Command => ['run', '--bare', file, ...args];

const IN_BUILT_PAGE = { needs: ['build'], inBrowser: true, read: readPlaywright } as const;

export const STAGES: readonly Stage[] = [
  check('prepare', ['run', 'scripts/build/prepare.ts']),
  check('types', ['tsc', '-b']),
  check('lint', ['biome', 'ci', '--error-on-warnings']),
  check('unused', ['knip']),
  check('build', script('scripts/build/page.ts'), ['prepare']),
  check('sizes', script('scripts/build/sizes.ts'), ['build']),
  suite('unit', {
    command: vitest('node', 'unit', '--maxWorkers=2'),
    needs: ['prepare'],
    inBrowser: false,
    read: readVitest,
  }),
  check('mutants', script('scripts/check/mutants/main.ts', '--sample', '4'), ['prepare']),
  suite('ops', {
    command: script('scripts/check/opTests.ts'),
    needs: ['prepare'],
    inBrowser: false,
    read: (json) => ({ ...NOTHING, ...(JSON.parse(json) as Partial<Counts>) }),
  }),
  check('soak', script('scripts/cli/soak.ts', '--steps', '600'), ['prepare']),
  check('bench', script('scripts/bench/main.ts', '--quick'), ['prepare']),
  suite('browser', { command: vitest('browser', 'browser'), needs: ['prepare'], inBrowser: true, read: readVitest }),
  // A second attempt, because a machine that is shared may stand still at any moment; the table says who needed one.
  suite('e2e', {
    command: ['playwright', 'test', '--workers=2', '--retries=1', '--grep-invert=@alone'],
    ...IN_BUILT_PAGE,
  }),
  // What measures time: a test beside it would be measured as well.
  suite('timed', { command: ['playwright', 'test', '--grep=@alone', '--retries=1'], ...IN_BUILT_PAGE }),
];

/** The named stages and all that they need, in their order. */
export function withNeeds(names: readonly string[]): readonly Stage[] {
  const wanted = new Set(names);
  // Whatever a stage needs comes before it.
  for (const { name, needs } of STAGES.toReversed()) if (wanted.has(name)) for (const need of needs) wanted.add(need);
  return STAGES.filter(({ name }) => wanted.has(name));
}
