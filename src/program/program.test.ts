import { expect, it } from 'vitest';
import { totalFlops } from './flops.ts';
import { lastUses } from './lifetimes.ts';
import { withoutRepeats } from './passes/common.ts';
import { withoutDeadCode } from './passes/deadCode.ts';
import { print } from './print.ts';
import { createRecorder, Unrecordable } from './recorder.ts';
import type { Seen } from './recording.ts';

const seen = (shape: readonly number[], dtype = 'float32'): Seen => ({ dataId: {}, shape, dtype });

/** w ← w − 0.1 · xᵀ(xw), computed with a product that is repeated and a sum that nobody reads. */
function record() {
  const weight = seen([3, 1]);
  const recorder = createRecorder<string>([{ name: 'w', tensor: weight }]);
  const values = new Float32Array(6);
  recorder.event('batch', { x: values });
  const [x, rate, again] = [seen([2, 3]), seen([]), seen([])];
  recorder.wrote(x, values);
  recorder.wrote(rate, [0.5]);
  recorder.wrote(again, [0.5]);
  const product = seen([2, 1]);
  recorder.ran('BatchMatMul', { a: x, b: weight }, { transposeA: false }, [product]);
  const repeated = seen([2, 1]);
  recorder.ran('BatchMatMul', { a: x, b: weight }, { transposeA: false }, [repeated]);
  recorder.ran('Reshape', { x: repeated }, {}, [{ ...repeated, shape: [2] }]);
  const unread = seen([]);
  recorder.ran('Sum', { x: product }, {}, [unread]);
  const gradient = seen([3, 1]);
  recorder.ran('BatchMatMul', { a: x, b: repeated }, { transposeA: true }, [gradient]);
  const [scaled, other] = [seen([3, 1]), seen([3, 1])];
  recorder.ran('Multiply', { a: gradient, b: rate }, {}, [scaled]);
  recorder.ran('Multiply', { a: gradient, b: again }, {}, [other]);
  const moved = seen([3, 1]);
  recorder.ran('Sub', { a: weight, b: scaled }, {}, [moved]);
  const loss = seen([]);
  recorder.ran('Mean', { x: other }, {}, [loss]);
  return recorder.finish([moved], [loss]);
}

it('writes down what is computed, of what, and where it goes', () => {
  expect(print(record())).toBe(
    [
      '%4[2×1] = BatchMatMul(x.0[2×3], w[3×1])',
      '%5[2×1] = BatchMatMul(x.0[2×3], w[3×1])',
      '%6 = Sum(%4[2×1])',
      '%7[3×1] = BatchMatMul(x.0[2×3], %5[2×1])',
      '%8[3×1] = Multiply(%7[3×1], 0.5)',
      '%9[3×1] = Multiply(%7[3×1], 0.5)',
      '%10[3×1] = Sub(w[3×1], %8[3×1])',
      '%11 = Mean(%9[3×1])',
      'w ← %10',
      'read %11',
    ].join('\n'),
  );
});

it('leaves out what nobody reads, and what has been computed before', () => {
  const { operations } = withoutDeadCode(withoutRepeats(record()));
  expect(operations.map(({ kernel }) => kernel)).toEqual(['BatchMatMul', 'BatchMatMul', 'Multiply', 'Sub', 'Mean']);
});

it('counts a product after its transposition', () => {
  expect(totalFlops(withoutDeadCode(withoutRepeats(record())))).toBe(2 * (2 * 3) + 2 * (3 * 2));
});

it('knows after which operation nobody reads a slot', () => {
  const program = withoutDeadCode(withoutRepeats(record()));
  // x·w ends with the gradient, the gradient and 0.5 times it further on; what is stored or read afterwards never ends.
  expect(lastUses(program)).toEqual([[], [4], [7], [], [8]]);
});

it('takes what is changed in place for other numbers than before', () => {
  const weight = seen([4]);
  const recorder = createRecorder<string>([{ name: 'w', tensor: weight }]);
  const [before, after, sum] = [seen([]), seen([]), seen([])];
  recorder.ran('Sum', { x: weight }, {}, [before]);
  recorder.changed('Adam', { w: weight }, ['w'], recorder.event('update'));
  recorder.ran('Sum', { x: weight }, {}, [after]);
  recorder.ran('Add', { a: before, b: after }, {}, [sum]);
  const { operations } = withoutDeadCode(withoutRepeats(recorder.finish([weight], [sum])));
  expect(operations.map(({ kernel }) => kernel)).toEqual(['Sum', 'Adam', 'Sum', 'Add']);
  expect(operations[1]).toMatchObject({ dial: 0, changes: ['w'] });
});

it('keeps what changes the state, though nobody reads it before the next step', () => {
  const weight = seen([4]);
  const recorder = createRecorder<string>([{ name: 'w', tensor: weight }]);
  recorder.changed('Adam', { w: weight }, ['w'], recorder.event('update'));
  expect(withoutDeadCode(recorder.finish([weight], [])).operations).toHaveLength(1);
});

it('refuses what it has not seen made, without disturbing whoever computes', () => {
  const recorder = createRecorder<string>([]);
  const out = seen([1]);
  recorder.ran('Neg', { x: seen([1]) }, {}, [out]);
  expect(() => recorder.finish([], [out])).toThrow(Unrecordable);
});
