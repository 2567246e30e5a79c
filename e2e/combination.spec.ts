import { expect, test } from './fixtures.ts';
import { SMALL } from './pages/playground.ts';

test('a choice that makes no sense is refused where it is made, and the run stays', async ({ playground, page }) => {
  await playground.openReady({ ...SMALL, recipe: 'wgan-gp', backend: 'simd' });
  const hold = page.getByRole('combobox', { name: 'Hold on D' });
  await hold.selectOption('Nothing');
  await expect(playground.alert).toContainText('needs clipped weights or a gradient penalty');
  expect((await playground.state()).phase).toBe('paused');

  await hold.selectOption('Clipped weights');
  await expect(playground.alert).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Clip at ±c, exact value' })).toHaveValue('0.01');
  await playground.step.click();
  await playground.until(({ step, phase }) => step === 1 && phase === 'paused', 'a step is taken');
});

test('DCGAN trains on coloured digits and draws in colour', async ({ playground }) => {
  await playground.trainTo(3, { ...SMALL, recipe: 'dcgan', backend: 'simd' });
  const { grid } = await playground.state();
  expect(grid).toMatchObject({ step: 3 });
  await expect(playground.generated).toHaveAttribute('width', String(12 * 33 - 1));
});
