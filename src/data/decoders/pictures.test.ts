import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fitPicture } from './fitPicture.ts';
import { LIMITS } from './limits.ts';
import { readPictureHeader } from './pictureHeader.ts';
import { bring, type Files, greyPng, png } from './testing/bring.ts';
import { zip } from './testing/writers.ts';

/** Ten pictures of each class, each class of a grey level of its own. */
const folders = (names: readonly string[], of = 10): Files =>
  Object.fromEntries(
    names.flatMap((name, level) => Array.from({ length: of }, (_, i) => [`${name}/${i}.png`, greyPng(10 * level + i)])),
  );

describe('class folders', () => {
  it('become classes, with a fifth of each kept for testing', async () => {
    for (const files of [folders(['cat', 'dog']), { 'pets.zip': zip(folders(['cat', 'dog'])) }]) {
      const set = await bring(files);
      expect(set).toMatchObject({ classes: ['cat', 'dog'], height: 28, width: 28, channels: 1 });
      expect([...set.train.labels]).toEqual([...Array(8).fill(0), ...Array(8).fill(1)]);
      expect([...set.test.labels]).toEqual([0, 0, 1, 1]);
      const levels = [set.train, set.test].flatMap(({ images, labels }) =>
        Array.from(labels, (_, i) => images[i * 784] as number),
      );
      expect(levels.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
    }
  });

  it('are split by the seed', async () => {
    const tested = async (seed: number) => [...(await bring(folders(['a', 'b']), { seed })).test.images].join();
    expect(await tested(1)).toBe(await tested(1));
    expect(await tested(1)).not.toBe(await tested(2));
  });

  it('are split as they say', async () => {
    const set = await bring({ ...folders(['m/train/7', 'm/train/11'], 2), ...folders(['m/test/7'], 3) });
    expect(set).toMatchObject({ name: 'm', classes: ['7', '11'] });
    expect([set.train.labels.length, set.test.labels.length]).toEqual([4, 3]);
  });

  it('may be missing, and litter is passed over', async () => {
    const set = await bring({ 'a.png': greyPng(1), '.hidden.png': greyPng(2), '__MACOSX/._a.png': greyPng(3) });
    expect(set).toMatchObject({ classes: ['all'] });
    expect(set.train.labels).toHaveLength(1);
  });

  it.each(['../up/a.png', '/root/a.png', 'a/../../b.png', 'C:\\a\\b.png', 'a\\..\\b.png'])(
    'that lead out are refused: %s',
    async (path) => {
      await expect(bring({ 'a.zip': zip({ [path]: greyPng(1) }) })).rejects.toMatchObject({
        problem: { fault: { code: 'zip.leadsOut' } },
      });
      await expect(bring({ [path]: greyPng(1) })).rejects.toMatchObject({
        problem: { fault: { code: 'zip.leadsOut' } },
      });
    },
  );

  it('are not decoded where a picture is too large, and it is named', async () => {
    const decodePicture = vi.fn();
    const huge = greyPng(1);
    new DataView(huge.buffer).setUint32(16, 5000);
    const bringing = bring({ 'z.zip': zip({ 'a/huge.png': huge }) }, { decodePicture });
    await expect(bringing).rejects.toMatchObject({
      problem: {
        place: { file: 'z.zip', entry: 'a/huge.png' },
        fault: { code: 'limit.sides', height: 8, width: 5000 },
      },
    });
    expect(decodePicture).not.toHaveBeenCalled();
  });

  it('are refused before memory is taken for more than the limit', async () => {
    const limits = { ...LIMITS, decodedBytes: 1000 };
    await expect(bring(folders(['a'], 2), { limits })).rejects.toMatchObject({
      problem: { fault: { code: 'limit.memory', bytes: 1568, most: 1000 } },
    });
  });

  it('tell how far they are and can be cancelled', async () => {
    const aborting = new AbortController();
    const seen: number[] = [];
    const onProgress = (done: number, total: number) => {
      seen.push(done / total);
      if (done === 3) aborting.abort();
    };
    const bringing = bring(folders(['a'], 250), { onProgress, signal: aborting.signal });
    await expect(bringing).rejects.toMatchObject({ code: 'cancelled' });
    // A handful is decoded together.
    expect(seen).toEqual(Array.from({ length: 64 }, (_, i) => (i + 1) / 250));
  });

  it('are decoded a few at a time where pictures are large', async () => {
    let [now, most] = [0, 0];
    const decodePicture = async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve));
      now -= 1;
      throw new Error('enough');
    };
    const large = greyPng(1);
    for (const at of [16, 20]) new DataView(large.buffer).setUint32(at, 3000);
    const files = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`a/${i}.png`, large]));
    await expect(bring(files, { decodePicture })).rejects.toMatchObject({
      problem: { fault: { code: 'picture.damaged' } },
    });
    expect(most).toBe(1);
  });

  it('name the picture that is damaged', async () => {
    const broken = greyPng(1);
    broken[45] = 7;
    await expect(bring({ 'x/1.png': greyPng(1), 'x/2.png': broken })).rejects.toMatchObject({
      problem: { place: { file: 'x/2.png' }, fault: { code: 'picture.damaged' } },
    });
  });
});

describe('fitting', () => {
  const fitted = (width: number, height: number, pixels: readonly number[], side: number, channels: 1 | 3) => {
    const out = new Uint8Array(side * side * channels);
    fitPicture({ width, height, pixels: Uint8Array.from(pixels) }, side, channels, out, 0);
    return [...out];
  };
  const grey = (...levels: number[]) => levels.flatMap((level) => [level, level, level, 255]);

  it('averages areas', () => {
    expect(fitted(2, 2, grey(0, 100, 100, 200), 1, 1)).toEqual([100]);
    expect(fitted(1, 1, grey(77), 2, 1)).toEqual([77, 77, 77, 77]);
    expect(fitted(3, 3, grey(0, 0, 0, 0, 0, 0, 90, 90, 90), 2, 1)).toEqual([0, 0, 60, 60]);
  });

  it('takes the middle square', () => expect(fitted(4, 2, grey(9, 1, 2, 9, 9, 3, 4, 9), 2, 1)).toEqual([1, 2, 3, 4]));
  it('keeps colours', () => expect(fitted(1, 1, [10, 20, 30, 255], 1, 3)).toEqual([10, 20, 30]));
  it('shows white where it is transparent', () => expect(fitted(1, 1, [0, 0, 0, 51], 1, 3)).toEqual([204, 204, 204]));

  it('keeps a single level at any size', () => {
    const size = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(size, size, size, fc.nat(255), (width, height, side, level) => {
        const pixels = grey(...Array(width * height).fill(level));
        expect(new Set(fitted(width, height, pixels, side, 1))).toEqual(new Set([level]));
      }),
    );
  });

  it('is done for what was asked', async () => {
    const data = Uint8Array.from({ length: 4 * 4 * 4 }, (_, i) => (i % 4 === 3 ? 255 : 40 * (i % 4)));
    const set = await bring({ 'a/1.png': png(4, 4, 4, data) }, { side: 32, channels: 3 });
    expect(set).toMatchObject({ height: 32, width: 32, channels: 3 });
    expect([...set.train.images.subarray(0, 3)]).toEqual([0, 40, 80]);
  });
});

describe('picture headers', () => {
  const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

  it('are read from all three formats', () => {
    expect(readPictureHeader(png(5, 3, 1, new Uint8Array(15)))).toEqual({ type: 'image/png', width: 5, height: 3 });
    const jpeg = bytes('\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xc2\x00\x11\x08\x01\x02\x03\x04\x03');
    expect(readPictureHeader(jpeg)).toEqual({ type: 'image/jpeg', width: 0x304, height: 0x102 });
    const webp = (chunk: string) => bytes(`RIFF\0\0\0\0WEBP${chunk}`.padEnd(30, '\0'));
    const header = { type: 'image/webp', width: 3, height: 2 };
    expect(readPictureHeader(webp('VP8X\0\0\0\0\0\0\0\0\x02\0\0\x01\0\0'))).toEqual(header);
    expect(readPictureHeader(webp('VP8L\0\0\0\0\x2f\x02\x40\0\0'))).toEqual(header);
    expect(readPictureHeader(webp('VP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x03\0\x02\0'))).toEqual(header);
  });

  it('are null for anything else, and never throw', () => {
    const start = fc
      .constantFrom('', '\x89PNG\r\n\x1a\n', '\xff\xd8\xff', 'RIFF1234WEBPVP8X', 'RIFF1234WEBPVP8L')
      .map(bytes);
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 60 }), (magic, rest) => {
        readPictureHeader(Uint8Array.from([...magic, ...rest]));
      }),
      { numRuns: 2000 },
    );
    expect(readPictureHeader(bytes('GIF89a'))).toBeNull();
  });
});
