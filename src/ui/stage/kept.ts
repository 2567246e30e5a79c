/** Places in the latent space that a person keeps: the shelf. It outlives a run, as long as the next one has such places. */
import { create } from 'zustand';
import type { ClassView } from '../../core/config.ts';
import type { LatentPoints, PlaygroundEngine } from '../../protocol/index.ts';

export interface Kept {
  readonly id: number;
  readonly z: Float32Array<ArrayBuffer>;
  /** The class that goes with it; null where G is told none. */
  readonly label: number | null;
}

type Space = Pick<LatentPoints, 'prior' | 'size'>;

interface Shelf {
  /** In which all of them lie; null while nothing is kept. */
  readonly space: Space | null;
  readonly kept: readonly Kept[];
  /** The one that is looked at, by its id. */
  readonly active: number | null;
}

export const MOST_KEPT = 12;
const EMPTY: Shelf = { space: null, kept: [], active: null };

export const useShelf = create<Shelf>(() => EMPTY);

export const isSameSpace = (a: Space | null, b: Space): boolean => a?.prior === b.prior && a.size === b.size;

const isSame = (a: Kept, z: Float32Array, label: number | null): boolean =>
  a.label === label && a.z.every((value, i) => value === z[i]);

let nextId = 1;

/** Puts one on the shelf, and looks at it. Where there is no room the oldest goes; those of another space all do. */
export function keep(space: Space, z: Float32Array<ArrayBuffer>, label: number | null): void {
  useShelf.setState((shelf) => {
    const here = isSameSpace(shelf.space, space) ? shelf.kept : [];
    const known = here.find((one) => isSame(one, z, label));
    if (known) return { active: known.id };
    const added = { id: nextId++, z, label };
    return {
      space: { prior: space.prior, size: space.size },
      kept: [...here, added].slice(-MOST_KEPT),
      active: added.id,
    };
  });
}

export function letGo(id: number): void {
  useShelf.setState(({ kept, active }) => {
    const at = kept.findIndex((one) => one.id === id);
    const rest = kept.filter((one) => one.id !== id);
    return { kept: rest, active: active === id ? (rest[Math.min(at, rest.length - 1)]?.id ?? null) : active };
  });
}

/** One point of many, with its class. */
export const pointAt = ({ z, size, labels }: LatentPoints, place: number) => ({
  z: z.slice(place * size, (place + 1) * size),
  label: labels?.[place] ?? null,
});

/** Done once everything is kept, or lost, that was asked for before. */
let earlier: Promise<unknown> = Promise.resolve();

/** Keeps the sample at a place of a run's grid; behind those that were asked for before, whichever answer comes first. */
export function keepFromGrid(
  request: PlaygroundEngine['request'],
  run: number,
  classes: ClassView,
  place: number,
): Promise<void> {
  const asked = request('latentPoints', { run, of: { kind: 'grid', classes } });
  const kept = Promise.all([asked, earlier]).then(([points]) => {
    const { z, label } = pointAt(points, place);
    keep(points, z, label);
  });
  earlier = Promise.allSettled([earlier, kept]);
  return kept;
}
