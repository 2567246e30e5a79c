import { greyPng } from '../src/data/decoders/testing/bring.ts';
import { zip } from '../src/data/decoders/testing/writers.ts';
import { expect, test } from './fixtures.ts';
import { problemsInBothThemes } from './pages/axe.ts';
import { NetworksView } from './pages/networks.ts';
import { SMALL } from './pages/playground.ts';

test('both networks are drawn with their shapes and weights', async ({ playground, page }) => {
  await playground.openReady({ ...SMALL, recipe: 'cgan-conv', width: 0.25 });
  const view = new NetworksView(page);
  await view.open();
  await expect(view.network('Generator G')).toContainText('10 layers');
  await expect(view.layer('Generator G', 0)).toContainText('Noise z');
  await expect(view.layer('Generator G', 1)).toContainText(/Class embedding.*class.*row of 32.*96.*320/);
  await expect(view.layer('Generator G', 6)).toContainText(/Transposed convolution.*8 filters, 4×4, stride 2.*14×14×8/);
  await expect(view.layer('Discriminator D', 8)).toContainText(/Projection.*class/);
  await expect(view.network('Discriminator D')).toContainText('How real it looks: one number');

  await view.layer('Generator G', 6).hover();
  await expect(view.pane).toContainText('paints a small pattern');
  await expect(view.pane).toContainText('5.convTranspose.kernel');
  await expect(view.pane).toContainText('4×4×8×16');
  await page.keyboard.press('Escape');
  await expect(view.dialog).toBeHidden();
});

test('a layer that does not fit says so, is mended, applied, trained, and found again by the link', async ({
  playground,
  page,
}) => {
  await playground.openReady({ ...SMALL, recipe: 'gan', backend: 'simd' });
  const view = new NetworksView(page);
  await view.open();

  // Without it, the dense layer is given an image.
  await view.layer('Discriminator D', 7).click();
  await expect(view.pane).toContainText('Flatten');
  await view.remove.click();
  await expect(view.errors).toHaveText(/dense needs a vector, but gets 4×4×3; put a flatten before it/);
  await expect(view.item('Discriminator D', 7)).toContainText('dense needs a vector');
  await expect(view.layer('Discriminator D', 8)).toContainText('?');
  await expect(view.apply).toBeDisabled();

  await view.layer('Discriminator D', 6).click();
  await view.newLayer.selectOption('Flatten');
  await view.add.click();
  await expect(view.errors).toHaveCount(0);
  await expect(view.layer('Discriminator D', 7)).toContainText(/Flatten.*48/);

  await view.layer('Discriminator D', 8).click();
  await view.value('Units').fill('0');
  await expect(view.pane).toContainText('Units must be a whole number from 1 to 65536.');
  await view.value('Units').fill('20');
  await expect(view.layer('Discriminator D', 8)).toContainText(/20 units.*20.*980/);
  await view.apply.click();

  await playground.until(({ phase, grid }) => phase === 'paused' && grid !== null, 'the new run is open');
  await expect
    .poll(() => page.url())
    .toMatch(/&d=conv2k5s1v\.lrelu0\.01\.pool2\..*flatten\.dense20\.lrelu0\.01\.dense1$/);
  await playground.train.click();
  await playground.untilStep(3);
  await playground.pause.click();
  const { losses } = await playground.until(({ phase }) => phase === 'paused', 'it pauses');
  expect(losses.lossD).not.toBeNull();

  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await page.waitForFunction(() => 'ganPlayground' in window);
  await playground.until(({ phase }) => phase === 'paused', 'it is open');
  expect((await playground.state()).notices).toEqual([]);
  await view.open();
  await expect(view.layer('Discriminator D', 8)).toContainText('20 units');

  await view.own.click();
  await view.apply.click();
  await expect.poll(() => page.url()).not.toContain('&d=');
  await playground.until(({ phase }) => phase === 'paused', 'the recipe’s own are open');
});

for (const [what, networks, sentence] of [
  ['nonsense', { g: 'dense10.fold(2)' }, 'Layer 2 of G: there is no layer “fold(2)”.'],
  ['a monster', { d: 'flatten.dense65536.dense65536.dense1' }, 'at most 20 million are allowed.'],
  ['a picture of the wrong size', { g: 'dense100.tanh' }, 'G draws 100, D judges 28×28×1'],
] as const) {
  test(`a link to ${what} says so in one sentence and opens the recipe’s own networks`, async ({
    playground,
    page,
  }) => {
    await playground.openReady({ ...SMALL, recipe: 'gan', backend: 'simd', ...networks });
    const { notices } = await playground.state();
    expect(notices).toEqual([expect.stringContaining(sentence)]);
    await expect(page.getByText('The recipe’s own networks are used.')).toBeVisible();
    await playground.step.click();
    await playground.until(({ step }) => step === 1, 'a step is done');
  });
}

test('networks are made by hand for images of one’s own, too', async ({ playground, page }) => {
  const pictures = Array.from(
    { length: 60 },
    (_, i) => [`${['cat', 'dog', 'fox'][i % 3]}/${i}.png`, greyPng(i)] as const,
  );
  await playground.openReady({ ...SMALL, recipe: 'cgan-conv', backend: 'simd' });
  await playground.bring('pets.zip', zip(Object.fromEntries(pictures)));
  await playground.until(({ data, phase }) => data === 'file:1' && phase === 'paused', 'a run is open on the pets');
  const view = new NetworksView(page);
  await view.open();
  await view.layer('Generator G', 1).click();
  await expect(view.pane).toContainText('3×32');
  await view.value('Size').fill('4');
  await view.apply.click();
  await expect.poll(() => page.url()).toContain('&g=embed3x4.');
  await playground.until(({ phase, grid }) => phase === 'paused' && grid !== null, 'the new run is open');
  await playground.step.click();
  await playground.until(({ step }) => step === 1, 'a step is done');
});

test('on a narrow screen a layer that is pressed is the one that is shown', async ({ playground, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await playground.openReady({ ...SMALL, recipe: 'dcgan', backend: 'simd', width: 0.1 });
  await playground.showPart('Settings');
  const view = new NetworksView(page);
  await view.open();
  await view.layer('Generator G', 2).click();
  await view.layer('Discriminator D', 10).click();
  await expect(view.pane).toContainText('10 Dense');
  await expect(view.layer('Discriminator D', 10)).toBeInViewport();
  await view.value('Units').fill('2');
  await expect(view.network('Discriminator D').getByRole('alert')).toContainText('D must end in one number');
});

test('another recipe brings its own networks', async ({ playground, page }) => {
  await playground.openReady({ ...SMALL, recipe: 'gan', backend: 'simd', d: 'flatten.dense1' });
  await playground.chooseRecipe('LSGAN');
  await playground.until(({ recipe, phase }) => recipe === 'lsgan' && phase === 'paused', 'LSGAN is open');
  await expect.poll(() => page.url()).not.toContain('&d=');
});

test('the view is used by keyboard', async ({ playground, page }) => {
  await playground.openReady({ ...SMALL, recipe: 'cgan-paper', backend: 'simd' });
  const view = new NetworksView(page);
  await view.button.focus();
  await page.keyboard.press('Enter');
  await view.layer('Generator G', 0).focus();
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('ArrowDown');
  await expect(view.layer('Generator G', 3)).toBeFocused();
  await expect(view.pane).toContainText('Class branch');
  await page.keyboard.press('Enter');
  await expect(view.pane).toBeFocused();
  await page.keyboard.press('Space');
  expect((await playground.state()).running).toBe(false);
  await page.keyboard.press('Tab');
  expect(
    await page.evaluate(() => document.activeElement?.closest('[aria-label="The layer in detail"]') !== null),
  ).toBe(true);
});

test('nobody is shut out of the view of networks', async ({ playground, page }) => {
  await playground.openReady({ ...SMALL, recipe: 'cgan-paper', backend: 'simd' });
  const view = new NetworksView(page);
  await view.open();
  await view.layer('Generator G', 3).click();
  expect(await problemsInBothThemes(page), 'as it comes').toEqual([]);
  await view.layer('Generator G', 8).click();
  await view.value('Units').fill('700');
  await expect(view.errors).toHaveCount(1);
  expect(await problemsInBothThemes(page), 'with an error').toEqual([]);
});
