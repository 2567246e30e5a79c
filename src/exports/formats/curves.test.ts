import { expect, it } from 'vitest';
import { trainRun } from '../testing/source.ts';
import { make } from './curves.ts';

it.each([
  { recipe: 'gan', data: 'ring', titles: ['Losses', 'Gradient of D near real data', 'Scores by D'] },
  {
    recipe: 'sgan',
    data: 'mnist',
    titles: ['Right answers of the classifier', 'Losses', 'Gradient of D near real data', 'Scores by D'],
  },
])('draws what was measured of $recipe', async ({ recipe, data, titles }) => {
  const { source } = await trainRun({ recipe, data, steps: 12 });
  const svg = (await make(source)) as string;
  for (const title of titles) expect(svg).toContain(`>${title}</text>`);
  // Lines of D and of G, and no number that is none.
  expect(svg).toMatch(/<path d="M[\d.,L-]+" fill="none" stroke="#0a7178"/);
  expect(svg).toMatch(/<path d="M[\d.,L-]+" fill="none" stroke="#c2410c"/);
  expect(svg).not.toMatch(/NaN|Infinity|undefined|var\(/);
});

it('a run of which nothing was measured is refused with what to do', async () => {
  const { source } = await trainRun({ recipe: 'gan', data: 'ring', steps: 1 });
  const log = { ...source.log, steps: new Float64Array(), columns: new Map() };
  await expect(make({ ...source, log })).rejects.toMatchObject({ problem: { code: 'export.noCurves' } });
});

it('names k where a penalty pulls the norm to it, and not where one has no k', async () => {
  const svgOf = async (penalty: string) => {
    const { source } = await trainRun({ recipe: 'gan', data: 'ring', steps: 12, params: { penalty } });
    return make(source);
  };
  expect(await svgOf('dragan')).toContain('>k = 1<');
  expect(await svgOf('r1')).not.toContain('k = ');
});
