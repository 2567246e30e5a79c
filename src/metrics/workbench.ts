import type { RandomStream } from '../core/random.ts';
import { initialState, openStream } from '../core/random.ts';
import type { Matrix } from './matrix.ts';
import { type Pairs, squaredDistances } from './pairs.ts';
import type { Examples, Need, Subjects } from './score.ts';
import type { Slices } from './slices.ts';

type Origin = keyof Subjects;

/** The subjects, and what several measures need of them: computed when it is first asked for, and kept. */
export interface Workbench {
  readonly subjects: Subjects;
  /** @throws Error if the examples came without it. */
  part<Name extends Need>(origin: Origin, name: Name): NonNullable<Examples[Name]>;
  /** Squared distances between features: real against generated or held-out examples. */
  distances(other: 'fake' | 'heldOut'): Slices<Pairs>;
  /** What real examples alone decide, such as a floor: computed once for as long as they are the same. */
  lasting<Result>(what: string, work: () => Slices<Result>): Slices<Result>;
  /** Random numbers for one purpose, the same at each call. */
  stream(purpose: string): RandomStream;
}

/** What was computed of real examples, by its name. */
export type Lasting = Map<string, unknown>;

/** For who has no workbench: nothing is kept. */
export const anew: Workbench['lasting'] = (_, work) => work();

/** @param lasted to be handed in again as long as the real and the held-out examples are the same */
export function createWorkbench(subjects: Subjects, seed: number, lasted: Lasting = new Map()): Workbench {
  const known = new Map<string, Matrix>();

  function part<Name extends Need>(origin: Origin, name: Name): NonNullable<Examples[Name]> {
    const found = subjects[origin][name];
    if (!found) throw new Error(`The ${origin} examples have no ${name}.`);
    return found;
  }
  function* lasting<Result>(what: string, work: () => Slices<Result>): Slices<Result> {
    if (!lasted.has(what)) lasted.set(what, yield* work());
    return lasted.get(what) as Result;
  }
  function* between(first: Origin, second: Origin): Slices<Matrix> {
    const key = `${first} ${second}`;
    const found = known.get(key) ?? (yield* squaredDistances(part(first, 'features'), part(second, 'features')));
    known.set(key, found);
    return found;
  }

  return {
    subjects,
    part,
    *distances(other) {
      return {
        real: yield* lasting('distances', () => between('real', 'real')),
        cross: yield* between('real', other),
        other: yield* between(other, other),
      };
    },
    lasting,
    stream: (purpose) => openStream(initialState(seed, `metrics.${purpose}`)),
  };
}
