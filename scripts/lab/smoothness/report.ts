import type { Remembered } from './memory.ts';
import { LONG_MS, type Watched } from './watch.ts';

export function report({
  seconds,
  watched,
  memory,
  cores,
}: {
  readonly seconds: number;
  readonly watched: readonly Watched[];
  readonly memory: readonly Remembered[];
  readonly cores: number;
}): string {
  const rows = watched.map(
    ({ name, steps, tasks, long, longest, busiest, shift }) =>
      `| ${name} | ${steps} | ${tasks} | ${long} | ${longest.toFixed(0)} | ${busiest.toFixed(0)} | ${shift.toFixed(4)} |`,
  );
  const table = [
    `| while it trains, ${seconds} s | steps | tasks | over ${LONG_MS} ms | longest, ms | most processor time, ms | layout shift |`,
    '|---|---|---|---|---|---|---|',
    ...rows,
  ];
  const kept = memory.map(({ minute, recipe, megabytes }) => `| ${minute} | ${recipe} | ${megabytes.toFixed(0)} |`);
  const memoryTable = ['| minute | trained | renderer, MB |', '|---|---|---|', ...kept];
  return `# How smooth the page is

Made by \`npm run lab -- smoothness --report\`, on ${cores} cores without a GPU and with nothing else running. The built page is
opened afresh for each scene and trained; what its main thread does is read from Chromium's trace, layout shift from the
browser's own observer, since the page was opened. “Processor time” is what a task took of the processor: on a machine
where training has all cores, a task waits for its turn besides.

${table.join('\n')}
${
  memory.length > 0
    ? `\nMemory is the resident set of the renderer's process, worker and all, as the operating system sees it; every minute another
system is opened, and what was there is put aside.\n\n${memoryTable.join('\n')}\n`
    : ''
}`;
}
