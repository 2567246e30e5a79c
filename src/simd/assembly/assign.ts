import { CHUNK } from '../shared/layout';
import { int, pointer } from './arguments';

/** Job: variable ← value on elements [chunk · CHUNK, …). Integers: 0 variable, 1 value, 2 size. */
export function assign(chunk: i32): void {
  assignSpan(chunk * CHUNK, min(int(2), (chunk + 1) * CHUNK));
}

/** The same for elements [from, end). */
export function assignSpan(from: i32, end: i32): void {
  const offset = (<usize>from) << 2;
  memory.copy(pointer(0) + offset, pointer(1) + offset, (<usize>(end - from)) << 2);
}
