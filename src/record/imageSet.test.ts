import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EngineError } from '../core/errors.ts';
import { decodeImageSet, encodeImageSet, type KeptImages } from './imageSet.ts';

const ROOM = 1e6;

const sets: fc.Arbitrary<KeptImages> = fc
  .record({
    height: fc.integer({ min: 1, max: 3 }),
    width: fc.integer({ min: 1, max: 3 }),
    channels: fc.constantFrom(1, 3),
  })
  .chain(({ height, width, channels }) => {
    const examples = fc.nat(4).chain((count) =>
      fc.record({
        images: bytes(count * height * width * channels, 255),
        labels: bytes(count, 1),
      }),
    );
    return fc.record({
      name: fc.string(),
      classes: fc.array(fc.string(), { minLength: 2, maxLength: 3 }),
      ...{ height: fc.constant(height), width: fc.constant(width), channels: fc.constant(channels) },
      ...{ train: examples, test: examples },
    });
  });

const bytes = (length: number, max: number) =>
  fc.uint8Array({ minLength: length, maxLength: length, max }) as fc.Arbitrary<Uint8Array<ArrayBuffer>>;

it('images come back as they were', () =>
  fc.assert(
    fc.asyncProperty(sets, async (set) => {
      expect(await decodeImageSet(encodeImageSet(set), ROOM)).toEqual(set);
    }),
  ));

it('whatever is done to the file, an error of ours says so, or images come that are whole', () =>
  fc.assert(
    fc.asyncProperty(sets, fc.nat(), fc.nat(255), fc.nat(), async (set, at, to, cut) => {
      const file = new Uint8Array(await encodeImageSet(set).arrayBuffer());
      file[at % file.length] = to;
      const damaged = new Blob([cut % 3 === 0 ? file.slice(0, cut % file.length) : file]);
      try {
        const { train, test, height, width, channels, classes } = await decodeImageSet(damaged, ROOM);
        for (const { images, labels } of [train, test]) {
          expect(images.length).toBe(labels.length * height * width * channels);
          expect(labels.every((label) => label < classes.length)).toBe(true);
        }
      } catch (thrown) {
        if (!(thrown instanceof EngineError)) throw thrown;
        expect(thrown.problem.code).toBe('images.bad');
      }
    }),
    { numRuns: 1000 },
  ));

it('more than there is room for is refused before it is read', async () => {
  const [set] = fc.sample(
    sets.filter(({ train }) => train.labels.length > 0),
    { numRuns: 1, seed: 1 },
  );
  const file = encodeImageSet(set as KeptImages);
  await expect(decodeImageSet(file, 1)).rejects.toMatchObject({ problem: { code: 'images.noRoom', most: 1 } });
});
