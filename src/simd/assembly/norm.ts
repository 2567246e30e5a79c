import { int, pointer } from './job';
import { madd } from './microkernel';

/**
 * Job: out = x · scale + shift, one scale and shift for each of the last axis's channels: batch normalisation once
 * its statistics are known. Integers: 0 x, 1 out, 2 scale, 3 shift, 4 rows, 5 channels, 6 rows of a chunk.
 */
export function scaleShift(chunk: i32): void {
  const channels = int(5);
  const whole = channels & ~3;
  const end = min(int(4), (chunk + 1) * int(6));
  for (let i = chunk * int(6); i < end; i++) {
    const x = pointer(0) + ((<usize>(i * channels)) << 2);
    const out = pointer(1) + ((<usize>(i * channels)) << 2);
    for (let j = 0; j < channels; j += j < whole ? 4 : 1) {
      const at = (<usize>j) << 2;
      if (j < whole) {
        v128.store(out + at, madd(v128.load(x + at), v128.load(pointer(2) + at), v128.load(pointer(3) + at)));
      } else {
        const y = madd(
          v128.load_splat<f32>(x + at),
          v128.load_splat<f32>(pointer(2) + at),
          v128.load_splat<f32>(pointer(3) + at),
        );
        store<f32>(out + at, f32x4.extract_lane(y, 0));
      }
    }
  }
}
