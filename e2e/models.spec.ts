/** Trained models lie beside the page: opened from the list of systems or of runs, and trained on. */
import { expect, test } from './fixtures.ts';
import { SMALL } from './pages/playground.ts';

test('a trained Conv CGAN is opened with its picture, its way and its curves, and goes on training', async ({
  playground,
  page,
}) => {
  await playground.openReady({ ...SMALL, recipe: 'cgan-conv', backend: 'simd' });
  await playground.system.click();
  await page.getByRole('button', { name: /^Trained Conv CGAN/ }).click();
  await playground.until(({ phase, step }) => phase === 'paused' && step > 1000, 'the model is open');
  const { step, grid } = await playground.state();
  expect(grid?.step).toBe(step);
  await expect(playground.generated).toBeVisible();
  const { steps } = await playground.history();
  expect(steps.at(-1)).toBe(step);
  await expect(page.getByRole('slider', { name: 'Step that is looked at' })).toHaveAttribute(
    'aria-valuemax',
    String(step),
  );
  await playground.train.click();
  await playground.until((state) => state.step > step + 3, 'it goes on');
  await playground.pause.click();
});

test('before it is fetched one reads what a trained GAN was made with, and the keyboard opens it', async ({
  playground,
  page,
}) => {
  await playground.openReady({ ...SMALL, recipe: 'gan', backend: 'simd' });
  await playground.menu.click();
  await page.getByRole('button', { name: /^Runs/ }).click();
  const card = page.getByRole('region', { name: 'A trained GAN' });
  await expect(card).toContainText(/MNIST · width 0\.1875 · batch 32 · [\d,]+ steps · seed 1/);
  await expect(card).toContainText(/Fréchet \d/);
  await expect(card).toContainText('memories begin anew');
  await card.getByRole('button', { name: 'Open the trained GAN' }).press('Enter');
  await playground.until(
    ({ phase, step, recipe }) => recipe === 'gan' && phase === 'paused' && step > 1000,
    'it is open',
  );
});

test.describe('without a connection', () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test('a sentence says that it could not be fetched, and the page is as it was', async ({ playground, page }) => {
    await playground.openReady({ ...SMALL, recipe: 'cgan-conv', backend: 'simd' });
    const open = async (): Promise<void> => {
      await playground.system.click();
      await page.getByRole('button', { name: /^Trained Conv CGAN/ }).click();
    };
    await page.route('**/models/*', (route) => route.abort());
    await open();
    await expect(playground.alert).toContainText(
      'The trained Conv CGAN could not be fetched (the network failed); check the connection, then open it again.',
    );
    await page.unroute('**/models/*');
    await page.route('**/models/*', (route) => route.fulfill({ status: 404 }));
    await open();
    await expect(playground.alert).toContainText('the server answered 404');
    await playground.step.click();
    await playground.untilStoppedAt(1);
  });
});
