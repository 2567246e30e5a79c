import { expect, it } from 'vitest';
import { decodePictureInBrowser } from './browserPicture.ts';
import { type PictureHeader, readPictureHeader } from './pictureHeader.ts';

/** A red left half and a blue right one. */
async function draw(type: string): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(32, 16);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas.');
  context.fillStyle = '#f00';
  context.fillRect(0, 0, 16, 16);
  context.fillStyle = '#00f';
  context.fillRect(16, 0, 16, 16);
  const blob = await canvas.convertToBlob({ type, quality: 0.95 });
  return new Uint8Array(await blob.arrayBuffer());
}

it.each(['image/png', 'image/jpeg', 'image/webp'] as const)(
  'decodes %s, and its header says its size',
  async (type) => {
    const bytes = await draw(type);
    const header = readPictureHeader(bytes);
    expect(header).toEqual({ type, width: 32, height: 16 });
    const { width, height, pixels } = await decodePictureInBrowser(bytes, header as PictureHeader);
    expect([width, height, pixels.length]).toEqual([32, 16, 32 * 16 * 4]);
    const at = (x: number, y: number) => [...pixels.slice((y * 32 + x) * 4, (y * 32 + x) * 4 + 4)];
    for (const [i, value] of [255, 0, 0, 255].entries()) expect(Math.abs((at(4, 8)[i] ?? 0) - value)).toBeLessThan(12);
    for (const [i, value] of [0, 0, 255, 255].entries()) expect(Math.abs((at(28, 8)[i] ?? 0) - value)).toBeLessThan(12);
  },
);

it('rejects what is damaged', async () => {
  const bytes = await draw('image/png');
  bytes.fill(7, 40);
  await expect(decodePictureInBrowser(bytes, { type: 'image/png', width: 32, height: 16 })).rejects.toThrow();
});
