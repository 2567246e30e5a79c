/** What checks the project, in the order in which `npm test` does it. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.ts';
import { type Counts, judge, readPlaywright, readVitest } from './reports.ts';
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
    return { passed: Number(passed), failed: Number(!passed), skipped: 0 };
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

const vitest = (project: string, name: string): Command => [
  'vitest',
  'run',
  `--project=${project}`,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${join(REPORTS, `${name}.json`)}`,
];

export const STAGES: readonly Stage[] = [
  check('kernels', ['run', 'scripts/build/kernels.ts']),
  check('types', ['tsc', '-b']),
  check('lint', ['biome', 'ci', '--error-on-warnings']),
  check('unused', ['knip']),
  check('data', ['run', 'scripts/build/data.ts']),
  check('build', ['vite', 'build', '--logLevel=warn'], ['data', 'kernels']),
  check('sizes', ['run', 'scripts/build/sizes.ts'], ['build']),
  suite('unit', { command: vitest('node', 'unit'), needs: ['data', 'kernels'], inBrowser: false, read: readVitest }),
  suite('ops', {
    command: ['run', 'scripts/check/opTests.ts'],
    needs: ['kernels'],
    inBrowser: false,
    read: (json) => JSON.parse(json) as Counts,
  }),
  check('soak', ['run', 'scripts/cli/soak.ts', '--steps', '600'], ['data', 'kernels']),
  check('bench', ['run', 'scripts/bench/main.ts', '--quick'], ['kernels']),
  suite('browser', {
    command: vitest('browser', 'browser'),
    needs: ['data', 'kernels'],
    inBrowser: true,
    read: readVitest,
  }),
  suite('e2e', { command: ['playwright', 'test'], needs: ['build'], inBrowser: true, read: readPlaywright }),
];
