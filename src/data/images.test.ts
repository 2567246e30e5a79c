import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherImages, gatherLabels, resizeBilinear } from './images.ts';

const pixels = Uint8Array.from([0, 51, 102, 153, 204, 255]);

describe('gatherImages', () => {
  it('picks images and scales them to [0, 1]', () => {
    const out = gatherImages(pixels, 2, Uint32Array.of(2, 0), 'unit');
    expect([...out].map((value) => Number(value.toFixed(6)))).toEqual([0.8, 1, 0, 0.2]);
  });

  it('scales to [−1, 1], with both ends exact', () => {
    const out = gatherImages(pixels, 2, Uint32Array.of(2, 0, 2), 'symmetric');
    expect([...out].map((value) => Number(value.toFixed(6)))).toEqual([0.6, 1, -1, -0.6, 0.6, 1]);
  });
});

it('gatherLabels picks the classes', () => {
  expect([...gatherLabels(Uint8Array.of(7, 8, 9), Uint32Array.of(2, 2, 0))]).toEqual([9, 9, 7]);
});

describe('resizeBilinear', () => {
  it('enlarges with half-pixel centres', () => {
    // By hand: the centres of 4 pixels lie at −¼, ¼, ¾, 1¼ of the two.
    const out = resizeBilinear(Float32Array.of(0, 1), { height: 1, width: 2, channels: 1 }, { height: 1, width: 4 });
    expect([...out]).toEqual([0, 0.25, 0.75, 1]);
  });

  it('works on rows, columns and channels of several images', () => {
    const images = Float32Array.of(0, 10, 4, 20, 8, 30, 12, 40, 1, 1, 1, 1, 1, 1, 1, 1);
    const out = resizeBilinear(images, { height: 2, width: 2, channels: 2 }, { height: 3, width: 3 });
    const first = [0, 10, 2, 15, 4, 20, 4, 20, 6, 25, 8, 30, 8, 30, 10, 35, 12, 40];
    expect([...out]).toEqual([...first, ...new Array<number>(18).fill(1)]);
  });

  it('leaves images of the same size unchanged', () => {
    const bytes = fc.uint8Array({ minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(bytes, (image) => {
        const size = { height: 4, width: 3, channels: 2 };
        expect([...resizeBilinear(image, size, size)]).toEqual([...image]);
      }),
    );
  });

  it('keeps the range from 28×28 to 32×32', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 784, maxLength: 784 }), (image) => {
        const out = resizeBilinear(image, { height: 28, width: 28, channels: 1 }, { height: 32, width: 32 });
        expect(out).toHaveLength(1024);
        expect(Math.min(...out)).toBeGreaterThanOrEqual(Math.min(...image));
        expect(Math.max(...out)).toBeLessThanOrEqual(Math.max(...image));
      }),
    );
  });
});
