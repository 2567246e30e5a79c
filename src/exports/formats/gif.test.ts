/** Read back, picture by picture, by a reader that is not ours. */
import { decompressFrames, parseGIF } from 'gifuct-js';
import { describe, expect, it } from 'vitest';
import { momentsOf } from '../frames.ts';
import { trainRun } from '../testing/source.ts';
import { make } from './gif.ts';

async function decoded(content: Uint8Array<ArrayBuffer> | string) {
  if (typeof content === 'string') throw new Error('A GIF is no text.');
  return decompressFrames(parseGIF(content.buffer), true);
}

describe.each([
  { recipe: 'cgan', data: 'mnist', tolerance: 0 },
  { recipe: 'gan', data: 'swiss-roll', tolerance: 40 },
])('of $recipe on $data', ({ recipe, data, tolerance }) => {
  it('has every picture of the run, as it was', async () => {
    const { source } = await trainRun({ recipe, data, steps: 3 });
    const moments = momentsOf(source, 480);
    const frames = await decoded(await make(source));
    expect(frames).toHaveLength(4);
    expect(frames.map(({ delay }) => delay)).toEqual([150, 150, 150, 2000]);
    for (const [i, { dims, patch }] of frames.entries()) {
      const { picture } = moments[i] ?? {};
      expect([dims.width, dims.height]).toEqual([picture?.width, picture?.height]);
      let worst = 0;
      for (const [at, value] of patch.entries()) worst = Math.max(worst, Math.abs(value - (picture?.data[at] ?? 0)));
      // Greys fit a palette; a plane has more colours than a GIF.
      expect(worst).toBeLessThanOrEqual(tolerance);
    }
  });
});

it('a run without a picture is refused with what to do', async () => {
  const { source } = await trainRun({ recipe: 'gan', data: 'ring', steps: 1 });
  await expect(make({ ...source, log: { ...source.log, frames: [] } })).rejects.toMatchObject({
    problem: { code: 'export.noPicture' },
  });
});
