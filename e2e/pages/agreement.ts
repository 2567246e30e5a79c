import { expect } from '@playwright/test';
import type { PlaygroundPage } from './playground.ts';

const STATES: Readonly<Record<string, string>> = { paused: 'paused', training: 'running', failed: 'failed' };
const BUSY = ['opening', 'pausing', 'stepping'];

/** Page and engine say the same of every run: which there are, what they are doing, at which step, and which were put aside. */
export async function expectAgreement({ page }: PlaygroundPage, after: string): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(
          async ({ states, busy }) => {
            const reports = await window.ganPlayground.engine();
            const { run, recipe, phase, step, compared, aside, lost } = window.ganPlayground.state();
            const shown = compared.length > 0 ? compared : [{ run, recipe, phase, step }];
            if (lost || shown.some((one) => busy.includes(one.phase))) return ['busy'];
            const left = aside.flatMap(({ members }) => members);
            const said = [
              ...shown.map((one) => ({ ...one, aside: false })),
              ...left.map((one) => ({ ...one, aside: true })),
            ].map((one) => [
              one.run,
              one.recipe,
              states[one.phase],
              one.aside,
              one.phase === 'training' ? null : one.step,
            ]);
            const known = reports.map((report) => [
              report.run,
              report.config.recipe,
              report.state,
              report.aside,
              report.state === 'running' ? null : report.step,
            ]);
            const sorted = (rows: unknown[][]) => rows.map((row) => JSON.stringify(row)).sort();
            const [ours, theirs] = [sorted(said), sorted(known)];
            return [
              ...ours.filter((row) => !theirs.includes(row)).map((row) => `only the page: ${row}`),
              ...theirs.filter((row) => !ours.includes(row)).map((row) => `only the engine: ${row}`),
            ];
          },
          { states: STATES, busy: BUSY },
        ),
      { message: `page and engine agree after ${after}`, timeout: 20_000, intervals: [20, 50, 100] },
    )
    .toEqual([]);
}
