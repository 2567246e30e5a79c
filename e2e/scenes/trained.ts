/** A first visit: the trained model, every tab around it, and everything that opens over it. */
import { type Journey, type Scene, WHOLE } from './scene.ts';
import { beginning, type Visitor } from './visitor.ts';

/** D's verdicts, which come a moment after the digits. */
const verdicts = async ({ page }: Visitor): Promise<void> => {
  await page
    .getByText(/^\d+ ?%$/)
    .nth(1)
    .waitFor();
};

/** Measures once, with the fewest samples. */
async function measure({ page, words, button }: Visitor): Promise<void> {
  const count = (): Promise<number> => page.evaluate(() => window.ganPlayground.scores().length);
  if ((await count()) > 0) return;
  const { samples, now, measuredOn } = words.quality;
  await page.getByRole('combobox', { name: samples }).selectOption(measuredOn({ samples: 100 }));
  await button(now).click();
  await page.waitForFunction(() => window.ganPlayground.scores().length > 0);
  await button(now).and(page.locator(':enabled')).waitFor();
}

const quality = (view: 'curves' | 'table' | 'classes' | 'means' | 'gradient'): Scene => ({
  name: `quality-${view}`,
  look: { dock: 'quality', pane: 'dock' },
  async act(visitor) {
    await measure(visitor);
    const { page, words } = visitor;
    await page.getByRole('radio', { name: words.quality.view[view], exact: true }).check({ force: true });
    await page.mouse.move(0, 0);
  },
});

const latent = (mode: 'between' | 'plane' | 'classes' | 'directions', of: (visitor: Visitor) => string): Scene => ({
  name: `latent-${mode}`,
  look: { stage: 'latent' },
  async act(visitor) {
    const { tab, image, words } = visitor;
    await tab(words.latent.modes, words.latent.mode[mode]).click();
    await image(of(visitor)).waitFor();
  },
});

const understand = (name: 'losses' | 'sample' | 'gradient' | 'errata', act?: Scene['act']): Scene => ({
  name: `understand-${name}`,
  look: { dock: 'understand', pane: 'dock' },
  async act(visitor) {
    const { tab, words } = visitor;
    await tab(words.understand.label, words.understand.tab[name]).click();
    await act?.(visitor);
  },
});

/** Opened from the menu, by the beginning of its name. */
const fromMenu = (name: string, itemOf: (visitor: Visitor) => string, act?: Scene['act']): Scene => ({
  name,
  look: {},
  over: true,
  async act(visitor) {
    await visitor.button(visitor.words.page.menu.label).click();
    await visitor.button(beginning(itemOf(visitor))).click();
    await act?.(visitor);
    await visitor.page.mouse.move(0, 0);
  },
});

const bubble = (name: string, labelOf: (visitor: Visitor) => string): Scene => ({
  name,
  look: {},
  over: true,
  act: async (visitor) => {
    await visitor.button(beginning(labelOf(visitor))).click();
    await visitor.page.mouse.move(0, 0);
  },
});

const OVER: readonly Scene[] = [
  bubble('systems', ({ words }) => words.page.system.choose({ name: '' })),
  bubble('menu', ({ words }) => words.page.menu.label),
  fromMenu(
    'runs',
    ({ words }) => words.page.aside.runs({ count: 0 }),
    // The card of the model, which is fetched.
    ({ page, words }) => page.getByText(words.runs.model.anew).waitFor(),
  ),
  fromMenu('share', ({ words }) => words.page.menu.shareOpen),
  fromMenu('save', ({ words }) => words.page.menu.save),
  fromMenu('keys', ({ words }) => words.page.keys.title),
  {
    name: 'bring',
    look: {},
    over: true,
    async act({ page, words }) {
      await page.getByRole('combobox', { name: words.page.page.dataSet }).selectOption(words.page.bring.own);
      await page.getByRole('dialog', { name: words.bring.title }).waitFor();
    },
  },
  {
    name: 'networks',
    look: { pane: 'settings' },
    over: true,
    async act({ page, words, button }) {
      await button(words.page.settings.networks).click();
      await page.getByRole('dialog', { name: words.page.settings.networks }).getByRole('list').last().waitFor();
    },
  },
];

export const trained: Journey = {
  name: 'trained',
  link: {},
  step: null,
  screens: WHOLE,
  scenes: [
    {
      name: 'first',
      look: { rail: 'lesson' },
      act: (visitor) => (visitor.screen === 'phone' ? Promise.resolve() : verdicts(visitor)),
    },
    { name: 'opening', look: { pane: 'lesson' }, act: verdicts, screens: ['phone'] },
    { name: 'curves', look: { pane: 'dock' } },
    {
      name: 'settings',
      look: { pane: 'settings' },
      async act({ button, words }) {
        const more = button(beginning(words.page.settings.more));
        if ((await more.getAttribute('aria-expanded')) === 'false') await more.click();
      },
    },
    latent('between', ({ words }) => words.latent.between.picture),
    latent('plane', ({ words }) => words.latent.plane.picture),
    latent('classes', ({ words }) => words.latent.classes.describe({ count: 10 })),
    latent('directions', ({ words }) => words.latent.directions.picture),
    {
      name: 'one-sample',
      look: { stage: 'one' },
      act: ({ page }) => page.getByRole('definition').filter({ hasText: /\d/ }).first().waitFor(),
    },
    {
      name: 'play-d',
      look: { stage: 'play' },
      async act({ page, words, button }) {
        await page.getByRole('radio', { name: words.play.as.D }).check({ force: true });
        await button(words.play.d.begin).waitFor();
      },
    },
    {
      name: 'play-g',
      look: { stage: 'play' },
      async act({ page, words, button }) {
        await page.getByRole('radio', { name: words.play.as.G }).check({ force: true });
        const pad = page.getByRole('application', { name: words.play.g.pad });
        await pad.scrollIntoViewIfNeeded();
        const { x, y, width, height } = (await pad.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
        if (await button(words.play.g.clear).isEnabled()) await button(words.play.g.clear).click();
        await page.mouse.move(x + width / 2, y + height * 0.2);
        await page.mouse.down();
        await page.mouse.move(x + width / 2, y + height * 0.8, { steps: 12 });
        await page.mouse.up();
        await page.mouse.move(0, 0);
        await page.locator('[data-score]').waitFor();
      },
    },
    quality('curves'),
    quality('table'),
    quality('classes'),
    quality('means'),
    quality('gradient'),
    understand('losses'),
    understand('sample', ({ page, words }) =>
      page.getByRole('region', { name: words.understand.way.title }).getByText(words.understand.way.legend).waitFor(),
    ),
    understand('gradient'),
    {
      name: 'inside',
      look: { dock: 'inside', pane: 'dock' },
      act: ({ page, words }) => page.getByRole('heading', { name: words.inside.convinces.title }).waitFor(),
    },
    ...OVER,
  ],
};
