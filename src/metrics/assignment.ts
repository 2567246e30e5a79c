import type { Slices } from './slices.ts';

export interface Assignment {
  /** The column of each row. */
  readonly columnOf: Int32Array;
  /** Dual potentials: u_i + v_j ≤ c_ij, with equality where row i has column j. */
  readonly rowPotentials: Float64Array;
  readonly columnPotentials: Float64Array;
  readonly cost: number;
}

/** Comparisons between two yields: about two milliseconds. */
const SLICE = 1e6;

/** What has been found so far; -1: not assigned. */
interface Partial {
  readonly n: number;
  readonly costs: Float64Array;
  readonly u: Float64Array;
  readonly v: Float64Array;
  readonly columnOf: Int32Array;
  readonly rowOf: Int32Array;
  /** Room for a search: length of the shortest path to each column, the row before it, whether it may get shorter. */
  readonly distance: Float64Array;
  readonly cameFrom: Int32Array;
  readonly isOpen: Uint8Array;
  /** Columns whose path is final, in the order in which they were reached. */
  readonly closed: Int32Array;
}

/** Each column takes the row that is cheapest for it, if that row is free. */
function reduceColumns(costs: Float64Array, n: number): Partial {
  const v = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const columnOf = new Int32Array(n).fill(-1);
  const rowOf = new Int32Array(n).fill(-1);
  const cheapestRow = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const cost = costs[i * n + j] as number;
      if (cost < (v[j] as number)) {
        v[j] = cost;
        cheapestRow[j] = i;
      }
    }
  }
  for (let j = 0; j < n; j++) {
    const i = cheapestRow[j] as number;
    if (columnOf[i] !== -1) continue;
    columnOf[i] = j;
    rowOf[j] = i;
  }
  const room = { distance: new Float64Array(n), cameFrom: new Int32Array(n), isOpen: new Uint8Array(n) };
  return { n, costs, u: new Float64Array(n), v, columnOf, rowOf, ...room, closed: new Int32Array(n) };
}

/** Relaxes the paths through `row`, which is `reached` away, and returns the nearest open column. */
function relax({ n, costs, u, v, distance, cameFrom, isOpen }: Partial, row: number, reached: number): number {
  const start = row * n;
  const base = reached - (u[row] as number);
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let j = 0; j < n; j++) {
    if (isOpen[j] === 0) continue;
    const through = base + (costs[start + j] as number) - (v[j] as number);
    let known = distance[j] as number;
    if (through < known) {
      known = through;
      distance[j] = through;
      cameFrom[j] = row;
    }
    if (known < least) {
      least = known;
      nearest = j;
    }
  }
  return nearest;
}

/**
 * Assigns one more row: along the shortest path over reduced costs c − u − v to a free column (Dijkstra).
 *
 * @returns the number of columns that were looked at
 */
function augment(partial: Partial, free: number): number {
  const { u, v, columnOf, rowOf, distance, cameFrom, isOpen, closed } = partial;
  distance.fill(Number.POSITIVE_INFINITY);
  isOpen.fill(1);
  let row = free;
  let reached = 0;
  let count = 0;
  let column = -1;
  do {
    column = relax(partial, row, reached);
    reached = distance[column] as number;
    isOpen[column] = 0;
    closed[count++] = column;
    row = rowOf[column] as number;
  } while (row !== -1);

  u[free] = (u[free] as number) + reached;
  for (let k = 0; k < count; k++) {
    const j = closed[k] as number;
    const slack = reached - (distance[j] as number);
    v[j] = (v[j] as number) - slack;
    const matched = rowOf[j] as number;
    if (matched !== -1) u[matched] = (u[matched] as number) + slack;
  }
  // Along the path, each row takes the column through which it was left.
  for (let j = column; ; ) {
    const i = cameFrom[j] as number;
    const next = columnOf[i] as number;
    rowOf[j] = i;
    columnOf[i] = j;
    if (i === free) return count;
    j = next;
  }
}

/**
 * The cheapest one-to-one assignment of n rows to n columns: shortest augmenting paths after a reduction of the
 * columns (Jonker and Volgenant 1987), in float64. O(n³) at worst.
 *
 * @param costs [n, n]
 */
export function* cheapestAssignment(costs: Float64Array, n: number): Slices<Assignment> {
  const partial = reduceColumns(costs, n);
  const { columnOf } = partial;
  let work = 0;
  for (let row = 0; row < n; row++) {
    if (columnOf[row] !== -1) continue;
    work += n * augment(partial, row);
    if (work > SLICE) {
      work = 0;
      yield;
    }
  }
  let cost = 0;
  for (let i = 0; i < n; i++) cost += costs[i * n + (columnOf[i] as number)] as number;
  return { columnOf, rowPotentials: partial.u, columnPotentials: partial.v, cost };
}
