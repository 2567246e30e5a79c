/** The tile of a product, by a family. */
import type { Family } from './families.ts';
import { LANES, smallestPower } from './kernel.ts';
import type { Product } from './operands.ts';

/** How a workgroup's tile is shared: threads, and what each sums. */
interface Tile {
  readonly threadsDown: number;
  readonly threadsAcross: number;
  /** Each thread's rows and columns. */
  readonly down: number;
  readonly across: number;
  /** Terms that are brought into the workgroup's memory at a time. */
  readonly depth: number;
}

/** Words of a workgroup's memory that every device has. */
const MOST_WORDS = 4096;

export function tileFor({ batch, rows, columns }: Pick<Product, 'batch' | 'rows' | 'columns'>, family: Family): Tile {
  const threadsAcross = Math.min(16, smallestPower(columns));
  const threadsDown = LANES / threadsAcross;
  const sidesOf = (down: number, across: number): number => threadsDown * down + threadsAcross * across;
  const of = (down: number, across: number): Tile => ({
    threadsDown,
    threadsAcross,
    down,
    across,
    depth: sidesOf(down, across) > 128 ? 8 : 16,
  });
  const groups = ({ down, across }: Tile): number =>
    batch * Math.ceil(rows / (threadsDown * down)) * Math.ceil(columns / (threadsAcross * across));
  const found = family.sums
    .map(([down, across]) => of(down, across))
    .find(
      (tile) =>
        sidesOf(tile.down, tile.across) * tile.depth <= MOST_WORDS &&
        (tile.across === 1 || threadsAcross * tile.across < 2 * columns) &&
        (tile.down === 1 || threadsDown * tile.down < 2 * rows) &&
        groups(tile) >= family.enough,
    );
  return found ?? of(1, 1);
}
