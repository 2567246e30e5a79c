/** The project's command-line tools, started without a shell so that it works the same everywhere. */
import { spawn } from 'node:child_process';

const TOOLS = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  knip: 'node_modules/knip/bin/knip.js',
  playwright: 'node_modules/@playwright/test/cli.js',
  run: 'scripts/run.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vite: 'node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
} as const;

/** A tool and its arguments. */
export type Command = readonly [tool: keyof typeof TOOLS, ...args: string[]];

/** Far beyond what a stage takes: only what hangs, or a machine that stands still, gets there. */
const TIME_LIMIT_MINUTES = 60;
/** In which a runner that is told to end may write its report and end what it started. */
const FAREWELL_SECONDS = 60;

/**
 * Runs a tool with its output shown.
 *
 * @param env Added to the environment.
 * @returns Its exit status; 1 if it had to be ended, as it is after an hour.
 */
export function run([tool, ...args]: Command, env: Readonly<Record<string, string>> = {}): Promise<number> {
  const child = spawn(process.execPath, [TOOLS[tool], ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  let killing: NodeJS.Timeout | undefined;
  const ending = setTimeout(() => {
    console.error(`${tool} is ended: it has not come to an end in ${TIME_LIMIT_MINUTES} minutes.`);
    child.kill('SIGINT');
    killing = setTimeout(() => child.kill('SIGKILL'), FAREWELL_SECONDS * 1000);
  }, TIME_LIMIT_MINUTES * 60_000);
  return new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status) => resolve(status ?? 1));
  }).finally(() => {
    clearTimeout(ending);
    clearTimeout(killing);
  });
}
