import { engine, matMul, setBackend, type TensorInfo, tensor2d, tidy } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { EngineError } from '../../core/errors.ts';
import type { Program } from '../../program/program.ts';
import type { SimdBackend } from '../backend.ts';
import { type RegisteredSimd, registerSimdBackend } from '../register.ts';
import { createReplay } from './replay.ts';

let registered: RegisteredSimd;
let backend: SimdBackend;
beforeAll(async () => {
  registered = await registerSimdBackend({ threads: 1 });
  await setBackend('simd');
  backend = engine().backend as SimdBackend;
});
afterAll(() => registered.dispose());

const SIZE = 64;
const shape = [SIZE, SIZE];
const matrix = (slot: number) => ({ slot, shape });
const product = (a: number, b: number, out: number) => ({
  kernel: 'BatchMatMul',
  inputs: { a: matrix(a), b: matrix(b) },
  listed: false,
  attrs: { transposeA: false, transposeB: false },
  outputs: [matrix(out)],
  changes: [],
});
/** (x w) w, x drawn and w a state. */
const program: Program = {
  slots: [
    { shape, type: 'float32', origin: { kind: 'state', name: 'w' } },
    { shape, type: 'float32', origin: { kind: 'drawn', event: 0, field: 'x' } },
    { shape, type: 'float32', origin: { kind: 'made' } },
    { shape, type: 'float32', origin: { kind: 'made' } },
  ],
  operations: [product(1, 0, 2), product(2, 0, 3)],
  events: ['x'],
  stores: [],
  results: [matrix(3)],
};

it('runs a program on the state as it is then', () => {
  const w = tensor2d(Float32Array.from({ length: SIZE * SIZE }, Math.sin), [SIZE, SIZE]);
  const x = Float32Array.from({ length: SIZE * SIZE }, Math.cos);
  const compiled = createReplay(program, [w], backend);
  compiled.inputs[0]?.values.set(x);
  compiled.run([w]);
  const expected = tidy(() => matMul(matMul(tensor2d(x, [SIZE, SIZE]), w), w).dataSync());
  const [made] = compiled.results() as [TensorInfo];
  expect([...backend.view(made)]).toEqual([...expected]);
  compiled.dispose();
  w.dispose();
});

it('leaves nothing behind where memory does not suffice, however far it came', () => {
  const w = tensor2d(new Float32Array(SIZE * SIZE), [SIZE, SIZE]);
  createReplay(program, [w], backend).dispose();
  const used = backend.linear.used;
  const allocate = backend.linear.allocate.bind(backend.linear);
  const full = new EngineError('internal', { code: 'backend.full', bytes: 1, used: 1 }, { recoverable: true });
  let places = 0;
  for (let left = 0; ; left++) {
    let before = left;
    const spy = vi.spyOn(backend.linear, 'allocate').mockImplementation((size) => {
      if (before-- === 0) throw full;
      return allocate(size);
    });
    try {
      createReplay(program, [w], backend).dispose();
      break;
    } catch (thrown) {
      expect(thrown).toBe(full);
      places++;
    } finally {
      spy.mockRestore();
    }
    expect(backend.linear.used).toBe(used);
  }
  expect(places).toBeGreaterThan(1);
  w.dispose();
});
