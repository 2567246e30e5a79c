import { encode } from 'fast-png';
import type { SampleView } from '../core/views.ts';
import { paintView } from '../picture/paintView.ts';
import type { Picture } from '../picture/picture.ts';

/** A picture as a PNG file; nothing here is transparent. */
export function encodePng({ width, height, data }: Picture): Uint8Array<ArrayBuffer> {
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    rgb[to] = data[from] as number;
    rgb[to + 1] = data[from + 1] as number;
    rgb[to + 2] = data[from + 2] as number;
  }
  return new Uint8Array(encode({ width, height, data: rgb, channels: 3 }));
}

/** @param times how many times as large as the view itself */
export const pngOf = (view: SampleView, times: number): Uint8Array<ArrayBuffer> => encodePng(paintView(view, times));
