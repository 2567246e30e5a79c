/**
 * Memory for what is made and read within one program. A program knows when each of its tensors is read for the last
 * time, so many share a block; and since nothing in it outlives a step, all programs share one arena.
 */
export class Arena {
  /** Size of each block, by its address. */
  private readonly sizes = new Map<number, number>();
  private readonly free = new Set<number>();

  /** Bytes of all its blocks. */
  get bytes(): number {
    return [...this.sizes.values()].reduce((sum, size) => sum + size, 0);
  }

  /** The smallest free block that is large enough and not much too large, or a new one. */
  take(size: number, another: () => number): number {
    let best: number | null = null;
    let least = 2 * size;
    for (const pointer of this.free) {
      const own = this.sizes.get(pointer) as number;
      if (own < size || own >= least) continue;
      [best, least] = [pointer, own];
    }
    const pointer = best ?? another();
    if (best === null) this.sizes.set(pointer, size);
    this.free.delete(pointer);
    return pointer;
  }

  /** @returns whether the block is of this arena */
  giveBack(pointer: number): boolean {
    if (!this.sizes.has(pointer)) return false;
    this.free.add(pointer);
    return true;
  }

  /** Nobody holds a block any more: a program that took some has come to nothing. */
  clear(): void {
    for (const pointer of this.sizes.keys()) this.free.add(pointer);
  }
}
