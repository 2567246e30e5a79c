import { deviation, markdownTable, mean } from '../tables.ts';
import type { Costs } from './pairs.ts';

export interface Scene {
  readonly name: string;
  readonly costs: Costs;
}

/** A checkpoint has a window of its own every half minute, so its cost is spread over twice that window. */
const SPREAD = 2;

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

function line({ name, costs: { pairs, longestTask, longestSilence } }: Scene): readonly string[] {
  const lost = pairs.map(({ around, behind }) => (1 - around / behind) / SPREAD);
  const error = deviation(lost) / Math.sqrt(lost.length);
  return [
    name,
    String(pairs.length),
    mean(pairs.map(({ behind }) => behind)).toFixed(2),
    mean(pairs.map(({ around }) => around)).toFixed(2),
    `${percent(mean(lost))} ± ${percent(error)}`,
    `${longestTask.behind.toFixed(0)} / ${longestTask.elsewhere.toFixed(0)}`,
    `${longestSilence.behind.toFixed(0)} / ${longestSilence.elsewhere.toFixed(0)}`,
  ];
}

export const report = (
  scenes: readonly Scene[],
  minutes: number,
  cores: number,
): string => `# What it costs to keep a run

Made by \`npm run lab -- autosave --report\`, ${minutes} minutes for each row, on ${cores} cores without a GPU. The built page
is trained as it comes; every half minute the engine gives it a checkpoint, every minute it writes a record. Each
checkpoint is a pair: the 15 s around it, and the next 15 s, without one. The share of all time that is lost is half of
what is missing in the first, with its standard error over the pairs. A task of the page's main thread counts from 50 ms on;
a silence is the time between two frames of the worker. Both: within 3 s behind a checkpoint / at other times.

${markdownTable(
  ['trained', 'pairs', 'steps/s without', 'steps/s with', 'lost', 'longest task, ms', 'longest silence, ms'],
  scenes.map(line),
)}

At most 2 % may be lost, and no task over 50 ms may be a checkpoint's.
`;
