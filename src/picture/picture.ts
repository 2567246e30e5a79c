/** RGBA pixels, row-major, 0–255. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** A white one. */
export const blankPicture = (width: number, height: number): Picture => ({
  width,
  height,
  data: new Uint8ClampedArray(width * height * 4).fill(255),
});

/** Lays one over another; it must fit. */
export function lay(onto: Picture, { width, height, data }: Picture, left: number, top: number): void {
  for (let y = 0; y < height; y++)
    onto.data.set(data.subarray(y * width * 4, (y + 1) * width * 4), ((top + y) * onto.width + left) * 4);
}

/** Each pixel `times` as wide and high. */
export function enlarged(picture: Picture, times: number): Picture {
  const large = blankPicture(picture.width * times, picture.height * times);
  const [from, to] = [new Uint32Array(picture.data.buffer), new Uint32Array(large.data.buffer)];
  for (let y = 0; y < large.height; y++) {
    const row = Math.floor(y / times) * picture.width;
    for (let x = 0; x < large.width; x++) to[y * large.width + x] = from[row + Math.floor(x / times)] as number;
  }
  return large;
}
