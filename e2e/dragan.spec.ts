import { expect, test } from './fixtures.ts';
import { SMALL } from './pages/playground.ts';

test('DRAGAN traces the gradient norm, with the target drawn in', async ({ playground }) => {
  await playground.trainTo(12, { ...SMALL, recipe: 'dragan', k: 1 });
  const { values } = await playground.history();
  expect(values.gradientNorm.filter(Number.isFinite)).toHaveLength(12);
  expect(values.penalty.filter(Number.isFinite)).toHaveLength(12);

  const chart = playground.chart(/^Gradient of D/);
  await expect(chart.locator('.recharts-line-curve')).toBeVisible();
  await expect(chart.locator('.recharts-reference-line-line')).toBeAttached();
  await expect(chart.getByRole('listitem').filter({ hasText: 'k = 1' })).toBeVisible();
});

test('switching the recipe opens its own run', async ({ playground }) => {
  await playground.openReady({ recipe: 'cgan', backend: 'simd', ...SMALL });
  await playground.chooseRecipe('DRAGAN');
  const state = await playground.until(({ recipe }) => recipe === 'dragan', 'DRAGAN is opened');
  expect(state.step).toBe(0);
  await expect(playground.classes).toBeHidden();
});
