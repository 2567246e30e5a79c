import { expect, it } from 'vitest';
import { npyOf } from './npy.ts';

it('is as numpy writes it', () => {
  const file = npyOf(Float32Array.of(1, -2.5, 0, 4), [2, 2]);
  const length = new DataView(file.buffer).getUint16(8, true);
  expect([...file.subarray(0, 8)]).toEqual([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]);
  expect((10 + length) % 64).toBe(0);
  const header = new TextDecoder().decode(file.subarray(10, 10 + length));
  expect(header).toMatch(/^\{'descr': '<f4', 'fortran_order': False, 'shape': \(2, 2,?\), \} *\n$/);
  expect([...new Float32Array(file.slice(10 + length).buffer)]).toEqual([1, -2.5, 0, 4]);
});
