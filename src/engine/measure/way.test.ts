/** A sample's way against passes of the networks, and against what is on the screen. */
import { expect, it, vi } from 'vitest';
import { dataBase, fetchFile } from '../../../scripts/build/packedData.ts';
import { sizeOf } from '../../core/network.ts';
import { MAPS_SHOWN, UNITS_SHOWN } from '../../core/way.ts';
import { recipes } from '../../gan/recipes/index.ts';
import { createEngine } from '../engine.ts';
import { openSession } from '../testing/session.ts';

vi.setConfig({ testTimeout: 60_000 });

it.each(recipes.map(({ id, prefers }) => [id, prefers ?? 'mnist'] as const))(
  'what %s makes of a sample is what is on the screen, and every layer has its picture',
  async (recipe, data) => {
    const engine = createEngine({ dataBase, fetch: fetchFile });
    const session = await openSession(engine, { recipe, data, backend: 'simd' });
    await session.trainTo(2);
    for (const place of [0, 3]) {
      const way = await engine.request('follow', { run: 1, place });
      expect([way.step, way.place]).toEqual([2, place]);
      if (way.made.kind !== 'images') throw new Error('It is no image.');
      const { generated } = session.grid();
      const size = way.made.pixels.length;
      const shown = generated.pixels.slice(place * size, (place + 1) * size);
      // Alone or in a batch, sums are added up in another order.
      for (const [i, pixel] of way.made.pixels.entries())
        expect(Math.abs(pixel - (shown[i] as number))).toBeLessThan(2);
      expect(way.label).toBe(generated.labels ? generated.labels[place] : null);
      for (const { output, values } of [...way.generator, ...way.discriminator]) {
        const [height = 1, width = 1, channels] = output;
        const expected =
          channels === undefined
            ? Math.min(UNITS_SHOWN, sizeOf(output))
            : Math.min(MAPS_SHOWN, channels) * height * width;
        expect(values).toHaveLength(expected);
        for (const value of values) expect(value).toSatisfy(Number.isFinite);
      }
      expect(way.generator.at(-1)?.output).toEqual([way.made.height, way.made.width, way.made.channels]);
      if (recipe !== 'sgan') expect(way.discriminator.at(-1)?.values[0]).toBe(way.logit);
    }
    engine.close();
  },
);

it('of points it is the first that are shown; a place beyond the last is the last', async () => {
  const engine = createEngine({ dataBase, fetch: fetchFile });
  const session = await openSession(engine, { recipe: 'gan', data: 'ring' });
  const first = await engine.request('follow', { run: 1, place: 0 });
  const last = await engine.request('follow', { run: 1, place: 9999 });
  const { generated } = session.plane();
  for (const { made, place } of [first, last]) {
    if (made.kind !== 'points') throw new Error('It is no point.');
    for (const axis of [0, 1]) expect(made.points[axis]).toBeCloseTo(generated[2 * place + axis] as number, 5);
  }
  expect(last.place).toBe(generated.length / 2 - 1);
  engine.close();
});
