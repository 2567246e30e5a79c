import { expect, it } from 'vitest';
import { print } from '../print.ts';
import { createRecorder } from '../recorder.ts';
import type { Seen } from '../recording.ts';
import { withoutDeadCode } from './deadCode.ts';
import { withNarrowProducts } from './narrow.ts';

const seen = (shape: readonly number[]): Seen => ({ dataId: {}, shape, dtype: 'float32' });

/** dy · wᵀ, cut into as many columns each; the parts of these places are read. */
function cut(sizes: readonly number[], read: readonly number[], { rows = 4, inner = 3 } = {}) {
  const columns = sizes.reduce((sum, size) => sum + size, 0);
  const [dy, w, dx] = [seen([rows, inner]), seen([columns, inner]), seen([rows, columns])];
  const states = [dy, w].map((tensor, i) => ({ name: 'dy w'.split(' ')[i] as string, tensor }));
  const recorder = createRecorder(states);
  recorder.ran('BatchMatMul', { a: dy, b: w }, { transposeA: false, transposeB: true }, [dx]);
  const parts = sizes.map((size) => seen([rows, size]));
  recorder.ran('SplitV', { x: dx }, { numOrSizeSplits: sizes, axis: 1 }, parts);
  const program = recorder.finish(
    [dy, w],
    read.map((place) => parts[place] as Seen),
  );
  return print(withoutDeadCode(withNarrowProducts(program))).split('\n');
}

it('computes of a product that is cut only the part that is read', () => {
  expect(cut([16, 2], [1])).toEqual([
    '%5[2×3] = Slice(w[18×3])',
    '%4[4×2] = BatchMatMul(dy[4×3], %5[2×3])',
    'read %4[4×2]',
  ]);
});

it.each([
  ['both parts are read', cut([16, 2], [0, 1])],
  ['the part would be added up in another order', cut([2048, 8], [1], { rows: 16, inner: 2048 })],
])('leaves the product alone where %s', (_, lines) => {
  expect(lines[0]).toMatch(/BatchMatMul/);
});
