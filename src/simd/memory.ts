import { EngineError } from '../core/errors.ts';
import type { Arena } from './replay/arena.ts';
import { HEAP } from './shared/layout.ts';

const PAGE = 65536;
const MEBIBYTE = 1 << 20;
/** Grow by at least this, because growing is slow. */
const GROWTH = 16 * MEBIBYTE;
/** One cache line: no two tensors share one, so threads never write to the same line by accident. */
const LINE = 64;

/** Rounds a size up to one of four classes between powers of two: at most a quarter is wasted. */
export function sizeClass(bytes: number): number {
  if (bytes <= 4 * LINE) return Math.max(LINE, Math.ceil(bytes / LINE) * LINE);
  const step = 2 ** (Math.ceil(Math.log2(bytes)) - 3);
  return Math.ceil(bytes / step) * step;
}

/** Shared memory with the highest limit up to `pages` that this machine grants. */
function reserve(pages: number): WebAssembly.Memory {
  for (let maximum = pages; ; maximum = Math.floor(maximum / 2)) {
    try {
      return new WebAssembly.Memory({ initial: Math.min(maximum, GROWTH / PAGE), maximum, shared: true });
    } catch (cause) {
      if (maximum < 2 * (GROWTH / PAGE)) {
        throw new EngineError('backend-unavailable', { code: 'backend.noMemory' }, { cause });
      }
    }
  }
}

/**
 * The one linear memory in which all tensors live, and who owns which part of it. Freed blocks are kept in a
 * list for their size class and handed out again, so a training step that repeats allocates nothing new.
 */
export class LinearMemory {
  readonly memory: WebAssembly.Memory;
  /** Bytes in blocks that are handed out. */
  used = 0;
  private top = HEAP;
  private arena: Arena | null = null;
  /** Addresses of free blocks, by size. */
  private readonly free = new Map<number, number[]>();
  /** Size of every block, free or not, by address. */
  private readonly sizes = new Map<number, number>();

  /** @param limit Most bytes that the memory may ever hold. */
  constructor(readonly limit: number) {
    this.memory = reserve(Math.floor(limit / PAGE));
  }

  /** The address of a block of at least `bytes` bytes, aligned to 64, with arbitrary content.
   * @throws EngineError (recoverable) when the limit is reached; nothing that exists is harmed. */
  allocate(bytes: number): number {
    const size = sizeClass(bytes);
    if (this.arena) return this.arena.take(size, () => this.own(size));
    return this.own(size);
  }

  private own(size: number): number {
    const pointer = this.free.get(size)?.pop() ?? this.extend(size) ?? this.cut(size);
    if (pointer === undefined) {
      throw new EngineError('internal', { code: 'backend.full', bytes: size, used: this.used }, { recoverable: true });
    }
    this.used += this.sizes.get(pointer) as number;
    return pointer;
  }

  /** Gives a block back. */
  release(pointer: number): void {
    if (this.arena?.giveBack(pointer)) return;
    const size = this.sizes.get(pointer);
    if (size === undefined) throw new Error(`Nothing is allocated at ${pointer}.`);
    this.used -= size;
    this.keepFree(pointer, size);
  }

  /** Blocks that are asked for while `work` runs come from the arena, and go back to it. */
  within<T>(arena: Arena, work: () => T): T {
    this.arena = arena;
    try {
      return work();
    } finally {
      this.arena = null;
    }
  }

  private keepFree(pointer: number, size: number): void {
    this.sizes.set(pointer, size);
    const list = this.free.get(size);
    if (list === undefined) this.free.set(size, [pointer]);
    else list.push(pointer);
  }

  /** A new block from memory that was never used. */
  private extend(size: number): number | undefined {
    const end = this.top + size;
    const missing = end - this.memory.buffer.byteLength;
    if (missing > 0) {
      const pages = Math.ceil(missing / PAGE);
      if (!this.grow(Math.max(pages, GROWTH / PAGE)) && !this.grow(pages)) return undefined;
    }
    const pointer = this.top;
    this.top = end;
    this.sizes.set(pointer, size);
    return pointer;
  }

  private grow(pages: number): boolean {
    if (this.memory.buffer.byteLength + pages * PAGE > this.limit) return false;
    try {
      this.memory.grow(pages);
      return true;
    } catch {
      return false;
    }
  }

  /** A block cut from the smallest free one that is large enough: the last resort when the memory can grow no more. */
  private cut(size: number): number | undefined {
    this.joinNeighbours();
    let best = Number.POSITIVE_INFINITY;
    for (const owned of this.free.keys()) if (owned >= size && owned < best) best = owned;
    const list = this.free.get(best);
    const pointer = list?.pop();
    if (list?.length === 0) this.free.delete(best);
    if (pointer === undefined) return undefined;
    this.sizes.set(pointer, size);
    if (best > size) this.keepFree(pointer + size, best - size);
    return pointer;
  }

  /** Joins free blocks that lie side by side, whatever sizes they once were cut to. */
  private joinNeighbours(): void {
    const blocks = [...this.free].flatMap(([size, list]) => list.map((pointer) => ({ pointer, size })));
    blocks.sort((a, b) => a.pointer - b.pointer);
    this.free.clear();
    let open: { pointer: number; size: number } | null = null;
    for (const block of blocks) {
      this.sizes.delete(block.pointer);
      if (open !== null && open.pointer + open.size === block.pointer) {
        open.size += block.size;
        continue;
      }
      if (open !== null) this.keepFree(open.pointer, open.size);
      open = block;
    }
    if (open !== null) this.keepFree(open.pointer, open.size);
  }
}
