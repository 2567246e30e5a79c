/** Names that a person gives to directions: each goes with the direction itself, since training turns them. */

export interface Named {
  readonly name: string;
  /** Of length 1. */
  readonly vector: readonly number[];
}

/** Directions this much alike are taken for the same. */
const ALIKE = 0.8;

const likeness = (a: ArrayLike<number>, b: readonly number[]): number =>
  a.length === b.length ? Math.abs(b.reduce((sum, value, i) => sum + value * (a[i] as number), 0)) : 0;

/** The name of the direction that is most like this one; empty where none is. */
export function nameOf(names: readonly Named[], vector: ArrayLike<number>): string {
  const [best] = names
    .map((named) => ({ named, alike: likeness(vector, named.vector) }))
    .filter(({ alike }) => alike > ALIKE)
    .sort((a, b) => b.alike - a.alike);
  return best?.named.name ?? '';
}

/** With this name in place of that of any direction like it. */
export function named(names: readonly Named[], vector: ArrayLike<number>, name: string): readonly Named[] {
  const others = names.filter((one) => likeness(vector, one.vector) <= ALIKE);
  return name === '' ? others : [...others, { name, vector: Array.from(vector) }];
}

const KEY = 'gan-playground.directions';

/** A browser may refuse to keep anything; then names last as long as the page. */
const held: Record<string, readonly Named[]> = {};

const isNamed = (one: unknown): one is Named =>
  typeof one === 'object' &&
  one !== null &&
  typeof (one as Named).name === 'string' &&
  Array.isArray((one as Named).vector) &&
  (one as Named).vector.every(Number.isFinite);

/** What is kept for a system on a data set. Whatever else lies there is let be. */
export function readNames(of: string): readonly Named[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`${KEY}.${of}`) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isNamed) : [];
  } catch {
    return held[of] ?? [];
  }
}

export function writeNames(of: string, names: readonly Named[]): void {
  held[of] = names;
  try {
    localStorage.setItem(`${KEY}.${of}`, JSON.stringify(names));
  } catch (thrown) {
    console.warn(thrown);
  }
}
