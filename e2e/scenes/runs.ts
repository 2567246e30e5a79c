/** Runs that were trained on the spot and are paused: digits, the plane, several side by side, a lesson; and large ones. */
import type { Link } from '../pages/playground.ts';
import { type Journey, WHOLE } from './scene.ts';
import { beginning } from './visitor.ts';

const DIGITS: Link = { recipe: 'cgan', seed: 1, width: 0.25, batch: 32, backend: 'simd', run: 1, stop: 60 };
const PLANE: Link = {
  recipe: 'dragan',
  data: 'ring',
  seed: 1,
  width: 0.25,
  batch: 64,
  backend: 'simd',
  run: 1,
  stop: 200,
};

const digits: Journey = {
  name: 'digits',
  link: DIGITS,
  step: 60,
  screens: WHOLE,
  scenes: [
    { name: 'training', look: {} },
    { name: 'training-curves', look: { pane: 'dock' } },
    {
      name: 'errata',
      look: { pane: 'settings' },
      async act({ button, words }) {
        const errata = button(beginning(words.page.settings.group.errata));
        if ((await errata.getAttribute('aria-expanded')) === 'false') await errata.click();
        await errata.scrollIntoViewIfNeeded();
      },
    },
    {
      name: 'understand-errata',
      look: { dock: 'understand', pane: 'dock' },
      act: ({ tab, words }) => tab(words.understand.label, words.understand.tab.errata).click(),
    },
    {
      name: 'understand-step',
      look: { dock: 'understand', pane: 'dock' },
      async act({ page, tab, button, words }) {
        await tab(words.understand.label, words.understand.tab.step).click();
        const { lines } = words.understand;
        const { step } = await page.evaluate(() => window.ganPlayground.state());
        if (step === 60) await button(lines.take).click();
        await page.getByText(lines.at({ line: 1, count: 10 })).waitFor();
      },
    },
  ],
};

const plane: Journey = {
  name: 'plane',
  link: { ...PLANE, arrows: 1 },
  step: 200,
  screens: WHOLE,
  scenes: [
    { name: 'plane', look: {} },
    {
      name: 'plane-latent',
      look: { stage: 'latent' },
      act: ({ page, words }) =>
        page.getByRole('region', { name: words.latent.manifold.title }).locator('[data-step="200"]').waitFor(),
    },
    {
      name: 'plane-play',
      look: { stage: 'play' },
      act: ({ page, words }) => page.getByRole('application', { name: words.play.p.pad }).waitFor(),
    },
    {
      name: 'plane-gradient',
      look: { dock: 'understand', pane: 'dock' },
      act: ({ tab, words }) => tab(words.understand.label, words.understand.tab.gradient).click(),
    },
  ],
};

const comparison: Journey = {
  name: 'comparison',
  link: { compare: 'gan,wgan-gp,dragan', data: 'swiss-roll', seed: 1, width: 0.1, backend: 'simd', run: 1, stop: 100 },
  step: 100,
  screens: WHOLE,
  scenes: [{ name: 'comparison', look: null, act: ({ untilCharted }) => untilCharted() }],
};

const lesson: Journey = {
  name: 'lesson',
  link: { lesson: 'one-step' },
  step: 0,
  screens: WHOLE,
  scenes: [
    {
      name: 'lesson-before',
      look: { rail: 'lesson', pane: 'lesson' },
      // The lesson's own run, and not the one that the page begins with.
      act: async ({ page }) => void (await page.waitForFunction(() => window.ganPlayground.state().plane?.step === 0)),
    },
    {
      name: 'lesson-after',
      look: { rail: 'lesson', pane: 'lesson' },
      async act({ page, screen, words, button }) {
        const card = page.getByRole('article', { name: words.lessons.label });
        const measured = card.getByRole('status', { name: words.lessons.goal.label });
        if (await button(words.lessons.run.stepD).isVisible()) {
          await card.getByRole('radio').first().check();
          await button(words.lessons.run.stepD).click();
          const parts = page.getByRole('navigation', { name: words.page.panes.label });
          if (screen === 'phone') await parts.getByRole('button', { name: words.page.panes.pane.lesson }).click();
        }
        await measured.getByText(words.lessons.goal.met).waitFor();
        await card.getByRole('heading', { name: words.lessons.why }).scrollIntoViewIfNeeded();
      },
    },
  ],
};

/** In large letters, for a hall. */
const shown: readonly Journey[] = [
  { name: 'digits', link: DIGITS, step: 60 },
  { name: 'plane', link: PLANE, step: 200 },
  { name: 'one-chart', link: { ...DIGITS, charts: 'losses', class: 3 }, step: 60 },
].map(({ name, link, step }) => ({
  name: `presentation-${name}`,
  link: { ...link, present: 1 },
  step,
  screens: ['hall', 'laptop'],
  scenes: [
    {
      name: `presentation-${name}`,
      look: null,
      async act({ page, untilCharted }) {
        await untilCharted();
        // Controls are there for a while after the pointer has moved.
        await page.waitForFunction(() => !document.querySelector('[data-awake]'));
      },
    },
  ],
}));

const embedded: Journey = {
  name: 'embed',
  link: { ...DIGITS, embed: 'stage,curves' },
  step: 60,
  screens: ['desktop', 'phone'],
  scenes: [{ name: 'embed', look: null, act: ({ untilCharted }) => untilCharted() }],
};

const misread: Journey = {
  name: 'misread',
  link: { ...DIGITS, lrG: 'fast', nonsense: 1 },
  step: 60,
  screens: WHOLE,
  scenes: [{ name: 'misread-link', look: {} }],
};

export const runs: readonly Journey[] = [digits, plane, comparison, lesson, ...shown, embedded, misread];
