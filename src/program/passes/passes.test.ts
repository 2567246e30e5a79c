import { expect, it } from 'vitest';
import { FUSED } from '../kinds.ts';
import type { Operation, Program } from '../program.ts';
import { createRecorder } from '../recorder.ts';
import type { Seen } from '../recording.ts';
import { withAssignments } from './assignments.ts';
import { withoutArithmeticOnConstants } from './constants.ts';
import { withoutDeadCode } from './deadCode.ts';
import { fused } from './fusion.ts';
import { withSplitSums } from './split.ts';
import { together } from './together.ts';
import { wavesOf } from './waves.ts';

const seen = (shape: readonly number[], dtype = 'float32'): Seen => ({ dataId: {}, shape, dtype });

/** Writes programs down by what each operation gives. */
function recorder(...states: readonly Seen[]) {
  const own = createRecorder<string>(states.map((tensor, i) => ({ name: `s${i}`, tensor })));
  return {
    ...own,
    constant(value: number, shape: readonly number[] = []) {
      const tensor = seen(shape);
      own.wrote(tensor, new Float32Array(shape.reduce((product, n) => product * n, 1)).fill(value));
      return tensor;
    },
    drawn(shape: readonly number[]) {
      const tensor = seen(shape);
      const x = new Float32Array(shape.reduce((product, n) => product * n, 1));
      own.event('batch', { x });
      own.wrote(tensor, x);
      return tensor;
    },
    of(kernel: string, inputs: Readonly<Record<string, Seen>>, shape: readonly number[], attrs: object = {}) {
      const out = seen(shape);
      own.ran(kernel, inputs, attrs, [out]);
      return out;
    },
  };
}

const kernels = ({ operations }: Program): readonly string[] => operations.map(({ kernel }) => kernel);
const bodyOf = ({ attrs }: Pick<Operation, 'attrs'>): readonly string[] =>
  (attrs.body as readonly Operation[]).map(({ kernel }) => kernel);

it('computes what is made of constants, and leaves out what changes nothing', () => {
  const { constant, drawn, of, finish } = recorder();
  const x = drawn([4, 1]);
  const ones = of('Multiply', { a: constant(1), b: constant(1, [4, 1]) }, [4, 1]);
  const share = of('RealDiv', { a: ones, b: constant(4) }, [4, 1]);
  const same = of('Sub', { a: of('Multiply', { a: x, b: constant(1) }, [4, 1]), b: constant(0) }, [4, 1]);
  const program = withoutDeadCode(
    withoutArithmeticOnConstants(finish([], [of('Multiply', { a: same, b: share }, [4, 1])])),
  );
  expect(kernels(program)).toEqual(['Multiply']);
  const [a, b] = Object.values(program.operations[0]?.inputs ?? {}).map(({ slot }) => program.slots[slot]?.origin);
  expect(a?.kind).toBe('drawn');
  expect(b).toMatchObject({ kind: 'constant', values: new Float32Array(4).fill(0.25) });
});

it('takes no constant for one that is filled anew', () => {
  const { constant, drawn, of, changed, event, finish } = recorder();
  const mask = constant(0, [4]);
  changed('DropoutMask', { out: mask }, ['out'], event('mask'));
  const program = withoutArithmeticOnConstants(finish([], [of('Add', { a: drawn([4]), b: mask }, [4])]));
  expect(kernels(program)).toEqual(['DropoutMask', 'Add']);
});

it('stores what a step leaves as an operation', () => {
  const state = seen([4]);
  const { of, finish } = recorder(state);
  const program = withAssignments(finish([of('Neg', { x: state }, [4])], []));
  expect(kernels(program)).toEqual(['Neg', 'Assign']);
  expect(program.operations[1]?.changes).toEqual(['state']);
  expect(program.stores).toEqual([]);
});

it('updates many tensors at once, but for one that is read before the last', () => {
  const [a, b, c] = [seen([4]), seen([4]), seen([4])];
  const { of, changed, event, finish } = recorder(a, b, c);
  const dial = event('update');
  changed('Adam', { w: a }, ['w'], dial);
  changed('Adam', { w: b }, ['w'], dial);
  const read = of('Neg', { x: b }, [4]);
  changed('Adam', { w: c }, ['w'], dial);
  const program = together(finish([a, b, c], [read]), ['Adam']);
  expect(program.operations.map(({ kernel, changes }) => [kernel, changes.length])).toEqual([
    ['Adam', 1],
    ['Neg', 0],
    ['Adam', 2],
  ]);
});

it('brings what does not wait for each other into one wave', () => {
  const weight = seen([4]);
  const { drawn, of, changed, event, finish } = recorder(weight);
  const x = drawn([4]);
  const [left, right] = [of('Neg', { x }, [4]), of('Square', { x: weight }, [4])];
  const sum = of('Add', { a: left, b: right }, [4]);
  changed('Adam', { w: weight, g: x }, ['w'], event('update'));
  const program = finish([weight], [sum]);
  expect(wavesOf(program).map((wave) => wave.map(({ kernel }) => kernel))).toEqual([
    ['Neg', 'Square'],
    // The weight is read before it is changed.
    ['Add', 'Adam'],
  ]);
  expect(wavesOf(program, 1).map((wave) => wave.length)).toEqual([1, 1, 1, 1]);
});

it('computes short expressions where they are read, and what follows a product with it', () => {
  const weight = seen([3, 5]);
  const { constant, drawn, of, finish } = recorder(weight);
  const x = drawn([4, 3]);
  const moved = of('Sub', { a: x, b: constant(0.5) }, [4, 3]);
  const product = of('BatchMatMul', { a: moved, b: weight }, [4, 5], { transposeA: false, transposeB: false });
  const active = of('Relu', { x: product }, [4, 5]);
  const loss = of('Mean', { x: of('Square', { x: active }, [4, 5]) }, []);
  const program = fused(finish([weight], [active, loss]));
  expect(kernels(program)).toEqual([FUSED, FUSED]);
  expect(program.operations.map(bodyOf)).toEqual([
    ['Sub', 'BatchMatMul', 'Relu'],
    ['Square', 'Mean'],
  ]);
});

it('keeps what was read before a change from being computed after it', () => {
  const weight = seen([4]);
  const { of, changed, event, drawn, finish } = recorder(weight);
  const before = of('Square', { x: weight }, [4]);
  changed('Adam', { w: weight, g: drawn([4]) }, ['w'], event('update'));
  const program = fused(finish([weight], [of('Sum', { x: before }, [])]));
  expect(program.operations.map(({ kernel, attrs }) => (attrs.body ? bodyOf({ attrs }) : kernel))).toEqual([
    ['Square'],
    'Adam',
    ['Sum'],
  ]);
});

it('shares out long sums of which there are few', () => {
  const { drawn, of, finish } = recorder();
  const x = drawn([4096, 8]);
  const product = of('BatchMatMul', { a: x, b: x }, [8, 8], { transposeA: true, transposeB: false });
  const short = of('Sum', { x: drawn([64, 8]) }, [8], { axis: [0], keepDims: false });
  const { operations, slots } = withSplitSums(finish([], [product, short]));
  expect(operations.map(({ kernel, attrs }) => [kernel, attrs.parts])).toEqual([
    ['BatchMatMul', 16],
    ['Sum', undefined],
    ['Sum', undefined],
  ]);
  expect(slots[operations[0]?.outputs[0]?.slot ?? 0]?.shape).toEqual([16, 8, 8]);
});
