import type { DecodePicture } from './pictures.ts';

/** The browser's own decoder, in a worker. */
export const decodePictureInBrowser: DecodePicture = async (bytes, { type }) => {
  const bitmap = await createImageBitmap(new Blob([bytes], { type }), { premultiplyAlpha: 'none' });
  const { width, height } = bitmap;
  try {
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('There is no 2-D canvas in this worker.');
    context.drawImage(bitmap, 0, 0);
    return { width, height, pixels: context.getImageData(0, 0, width, height).data };
  } finally {
    bitmap.close();
  }
};
