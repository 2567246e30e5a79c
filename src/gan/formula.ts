/** How losses are written down: formulas term by term, in signs that are the same in every language. */

/** A term that is taken off begins with −, a minus sign; in a sum that stands between the terms. */
export interface Sides {
  readonly real: string;
  readonly fake: string;
}

export interface Formula {
  /** D's two terms; where they stand in this object is where they stand in the sum. */
  readonly d: Sides;
  /** G's, likewise: most see generated examples alone. */
  readonly g: Pick<Sides, 'fake'> & Partial<Sides>;
  readonly letters?: Letters;
}

/** What letters in a formula stand for. */
export type Letters = Readonly<Record<string, number>>;
