/** The 32-bit halves of a double, low half first: as a job takes it among its integers. */
export function halves(value: number): readonly [number, number] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value, true);
  return [view.getInt32(0, true), view.getInt32(4, true)];
}
