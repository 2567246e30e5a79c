import { expect, test } from './fixtures.ts';
import { type Link, SMALL, WINDOWS } from './pages/playground.ts';
import { shiftsOf, watchShifts } from './pages/shifts.ts';

/** `SHIFT_SECONDS=60` gives the figures of docs/smoothness.md, with networks of the usual size. */
const ASKED = Number(process.env.SHIFT_SECONDS ?? 0);
const SECONDS = ASKED || 6;
const SIZE: Link = ASKED ? {} : SMALL;

const VIEWS: Readonly<Record<string, Link>> = {
  'the page it opens with': SIZE,
  'the plane': { ...SIZE, recipe: 'gan', data: 'swiss-roll' },
  CGAN: { ...SIZE, recipe: 'cgan' },
  SGAN: { ...SIZE, recipe: 'sgan' },
  'a comparison': { ...SIZE, compare: 'gan,wgan-gp,dragan', data: 'swiss-roll' },
};

for (const [where, viewport] of Object.entries(WINDOWS)) {
  for (const [name, link] of Object.entries(VIEWS)) {
    test(`nothing moves while one watches ${name} on a ${where}, from the first moment on`, async ({
      playground,
      page,
    }) => {
      test.setTimeout(60_000 + 1000 * SECONDS);
      await page.setViewportSize(viewport);
      await watchShifts(page);
      await playground.open({ ...link, run: 1 });
      await playground.untilStep(1);
      await page.waitForTimeout(1000 * SECONDS);
      const { step } = await playground.state();
      const shifts = await shiftsOf(page);
      const total = shifts.reduce((sum, { value }) => sum + value, 0);
      test.info().annotations.push({ type: 'layout shift', description: `${total} after ${step} steps` });
      expect(shifts).toEqual([]);
    });
  }
}
