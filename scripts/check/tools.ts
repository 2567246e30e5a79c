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

const TIME_LIMIT_MINUTES = 40;

/**
 * Runs a tool with its output shown.
 *
 * @param env Added to the environment.
 * @returns Its exit status; 1 if it was killed, as it is after 40 minutes.
 */
export function run([tool, ...args]: Command, env: Readonly<Record<string, string>> = {}): Promise<number> {
  const child = spawn(process.execPath, [TOOLS[tool], ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    timeout: TIME_LIMIT_MINUTES * 60_000,
    killSignal: 'SIGKILL',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status) => resolve(status ?? 1));
  });
}
