const CLASSES = 10;

/**
 * How different the images of one class are: the standard deviation of a pixel over the images of its class,
 * averaged over pixels and classes. 0 where each class has collapsed to one image.
 *
 * @param images [labels.length, pixels], flat
 */
export function spread(images: Float32Array, labels: Int32Array): number {
  const pixels = images.length / labels.length;
  const sums = new Float64Array(CLASSES * pixels);
  const squares = new Float64Array(CLASSES * pixels);
  const counts = new Float64Array(CLASSES);
  for (const [i, label] of labels.entries()) {
    counts[label] = (counts[label] as number) + 1;
    for (let p = 0; p < pixels; p++) {
      const value = images[i * pixels + p] as number;
      const at = label * pixels + p;
      sums[at] = (sums[at] as number) + value;
      squares[at] = (squares[at] as number) + value * value;
    }
  }
  const deviations = sums.map((sum, at) => {
    const n = counts[Math.floor(at / pixels)] as number;
    return Math.sqrt(Math.max(0, (squares[at] as number) / n - (sum / n) ** 2));
  });
  return deviations.reduce((total, deviation) => total + deviation, 0) / deviations.length;
}
