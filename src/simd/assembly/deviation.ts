import { double, int, pointer } from './arguments';

/**
 * Job of one chunk: the standard deviation of all numbers, times a factor, as a double. Added up one by one in double
 * precision, as gan/losses/perturbation.ts does it. Integers: 0 x, 1 size, 2 where it is stored; 3–4 the factor.
 */
export function deviation(): void {
  const x = pointer(0), size = int(1);
  let sum: f64 = 0;
  for (let i = 0; i < size; i++) sum += <f64>load<f32>(x + (<usize>i << 2));
  const mean = sum / <f64>size;
  let squares: f64 = 0;
  for (let i = 0; i < size; i++) {
    const apart = <f64>load<f32>(x + (<usize>i << 2)) - mean;
    squares += apart * apart;
  }
  store<f64>(pointer(2), double(3) * sqrt<f64>(squares / <f64>size));
}
